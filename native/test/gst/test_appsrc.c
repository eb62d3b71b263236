/* The way of a slot through a real pipeline: it arrives where it lies, and comes back once. */
#include "check.h"
#include "gst_session.h"
#include "sr_slab.h"

#include <string.h>

enum { WIDTH_PX = 16, HEIGHT_PX = 8, PICTURE_BYTES = WIDTH_PX * HEIGHT_PX * 4, SLOTS = 3 };

static const int64_t PATIENCE_NS = 10000000000, MS = 1000000;

static gst_session session;
static sr_appsrc appsrc;
static sr_pool *pool;
static sr_pool_control *control;
static sr_slab *slab;
static sr_slot *slots;

static void set_up_with(const char *caps, const char *elements) {
    gst_session_play(&session, caps, elements);
    pool = sr_pool_create();
    control = sr_pool_get_control(pool);
    slab = sr_slab_create(pool, SLOTS, PICTURE_BYTES);
    slots = sr_slab_slots(slab);
    for (int i = 0; i < SLOTS; i++)
        gst_stamp(&slots[i], SR_BGRX, WIDTH_PX, HEIGHT_PX, PICTURE_BYTES, true);
    appsrc = (sr_appsrc){gst_functions(), session.source, true};
}

static void set_up(const char *elements) {
    set_up_with("video/x-raw,format=BGRx,width=16,height=8,framerate=30/1", elements);
}

static void tear_down(void) {
    gst_session_close(&session);
    for (int i = 0; i < SLOTS; i++)
        CHECK_EQUAL(slots[i].shared->state, SR_FREE);
    sr_slab_retire(slab);
    CHECK_EQUAL(control->mapped_bytes, 0);
    sr_pool_retire(pool);
}

static int push(int slot, int64_t pts_ns, bool keep) {
    slots[slot].shared->state = SR_READY;
    slots[slot].shared->pts_ns = pts_ns;
    slots[slot].shared->duration_ns = 40 * MS;
    return sr_appsrc_push(&appsrc, &slots[slot], keep);
}

/* GStreamer lets go on a thread of its own, a moment after the consumer is done. */
static bool comes_back(sr_slot *slot) {
    for (;;) {
        uint32_t seen = atomic_load(&control->released.count);
        if (atomic_load(&slot->shared->state) == SR_FREE)
            return true;
        if (!sr_event_await(&control->released, seen, PATIENCE_NS))
            return false;
    }
}

static void check_lies_in(sr_slot *slot, void *buffer) {
    gst_map map;
    CHECK(buffer != NULL);
    CHECK_EQUAL(app.gst_buffer_n_memory(buffer), 1);
    void *memory = app.gst_buffer_peek_memory(buffer, 0);
    CHECK(app.gst_memory_map(memory, &map, GST_MAP_READ));
    CHECK_SAME(map.data, slot->pixels);
    CHECK_EQUAL(map.size_bytes, PICTURE_BYTES);
    app.gst_memory_unmap(memory, &map);
}

static bool may_be_written(void *buffer) {
    gst_map map;
    void *memory = app.gst_buffer_peek_memory(buffer, 0);
    bool writable = app.gst_memory_map(memory, &map, GST_MAP_WRITE);
    if (writable)
        app.gst_memory_unmap(memory, &map);
    return writable;
}

static void take_and_give_back(int slot) {
    void *buffer = gst_session_take(&session);
    check_lies_in(&slots[slot], buffer);
    app.gst_mini_object_unref(buffer);
}

static void should_arrive_in_its_slot_when_pushed(void) {
    set_up("");
    for (int i = 0; i < SLOTS; i++)
        CHECK_EQUAL(push(i, i * 40 * MS, false), SR_FLOW_OK);
    for (int i = 0; i < SLOTS; i++) {
        void *buffer = gst_session_take(&session);
        check_lies_in(&slots[i], buffer);
        CHECK(!may_be_written(buffer));
        app.gst_mini_object_unref(buffer);
    }
    for (int i = 0; i < SLOTS; i++)
        CHECK(comes_back(&slots[i]));
    CHECK_EQUAL(control->delivered, SLOTS);
    tear_down();
}

static void should_arrive_as_planes_without_a_description_of_their_layout(void) {
    enum { PLANES_BYTES = WIDTH_PX * HEIGHT_PX * 3 / 2 };
    set_up_with("video/x-raw,format=I420,width=16,height=8,framerate=30/1", "");
    gst_stamp(&slots[0], SR_I420, WIDTH_PX, HEIGHT_PX, PLANES_BYTES, false);
    slots[0].shared->state = SR_FILLING;
    CHECK_EQUAL(sr_appsrc_push(&appsrc, &slots[0], false), SR_FLOW_OK);
    void *buffer = gst_session_take(&session);
    gst_map map;
    void *memory = app.gst_buffer_peek_memory(buffer, 0);
    CHECK(app.gst_memory_map(memory, &map, GST_MAP_READ));
    CHECK_SAME(map.data, slots[0].pixels);
    CHECK_EQUAL(map.size_bytes, PLANES_BYTES);
    app.gst_memory_unmap(memory, &map);
    app.gst_mini_object_unref(buffer);
    CHECK(comes_back(&slots[0]));
    CHECK_EQUAL(control->delivered, 1);
    tear_down();
}

/* The other way round: what the checks above find in a buffer that was copied. */
static void should_lie_elsewhere_when_converted(void) {
    gst_map map;
    set_up("! videoconvert ! video/x-raw,format=RGB");
    push(0, 0, false);
    void *buffer = gst_session_take(&session);
    CHECK(may_be_written(buffer));
    void *memory = app.gst_buffer_peek_memory(buffer, 0);
    app.gst_memory_map(memory, &map, GST_MAP_READ);
    CHECK(map.data != slots[0].pixels);
    app.gst_memory_unmap(memory, &map);
    app.gst_mini_object_unref(buffer);
    CHECK(comes_back(&slots[0]));
    tear_down();
}

/* What GStreamer itself says of the frame, for it alone knows how it lays a buffer out. */
static void should_carry_its_times_when_pushed(void) {
    char *message = NULL;
    set_up("! identity name=watch silent=false");
    push(0, 3600123456789, false);
    take_and_give_back(0);
    app.g_object_get(gst_session_element(&session, "watch"), "last-message", &message, NULL);
    CHECK(strstr(message, "(512 bytes,") != NULL);
    CHECK(strstr(message, "dts: none, pts: 1:00:00.123456789, duration: 0:00:00.040000000") != NULL);
    CHECK(strstr(message, "meta: GstVideoMeta") != NULL);
    printf("  %s\n", message);
    app.g_free(message);
    tear_down();
}

static void should_be_lent_until_the_consumer_is_done(void) {
    set_up("");
    push(0, 0, false);
    void *buffer = gst_session_take(&session);
    CHECK(buffer != NULL);
    CHECK_EQUAL(slots[0].shared->state, SR_LENT);
    CHECK_EQUAL(control->delivered, 0);
    app.gst_mini_object_unref(buffer);
    CHECK(comes_back(&slots[0]));
    CHECK_EQUAL(control->delivered, 1);
    tear_down();
}

static void should_stay_readable_when_the_slab_is_retired_first(void) {
    set_up("");
    memset(slots[0].pixels, 9, PICTURE_BYTES);
    push(0, 0, false);
    void *buffer = gst_session_take(&session);
    check_lies_in(&slots[0], buffer);
    const unsigned char *pixels = slots[0].pixels;
    sr_slab_retire(slab);
    CHECK(control->mapped_bytes > 0);
    CHECK_EQUAL(pixels[PICTURE_BYTES - 1], 9);
    app.gst_mini_object_unref(buffer);
    gst_session_close(&session);
    CHECK_EQUAL(control->mapped_bytes, 0);
    CHECK_EQUAL(control->delivered, 1);
    sr_pool_retire(pool);
}

static void check_refused(int expected_flow) {
    CHECK_EQUAL(push(0, 0, false), expected_flow);
    CHECK_EQUAL(slots[0].shared->state, SR_FREE);
    CHECK_EQUAL(control->delivered, 0);
    CHECK_EQUAL(control->lost, 1);
}

static void should_be_lost_when_pushed_after_the_end(void) {
    set_up("");
    app.gst_app_src_end_of_stream(session.source);
    check_refused(GST_FLOW_EOS);
    tear_down();
}

static void should_be_lost_when_pushed_to_a_stopped_pipeline(void) {
    set_up("");
    gst_session_stop(&session);
    check_refused(GST_FLOW_FLUSHING);
    tear_down();
}

static void should_keep_a_refused_frame_when_asked_to(void) {
    set_up("");
    app.gst_app_src_end_of_stream(session.source);
    CHECK_EQUAL(push(0, 0, true), GST_FLOW_EOS);
    CHECK_EQUAL(slots[0].shared->state, SR_LENT);
    CHECK_EQUAL(control->lost, 1);
    sr_slot_release_hold(&slots[0]);
    tear_down();
}

static void should_be_lost_when_still_queued_at_a_failure(void) {
    set_up("");
    for (int i = 0; i < SLOTS; i++)
        push(i, i * 40 * MS, false);
    control->discarding = 1;
    gst_session_stop(&session);
    CHECK_EQUAL(control->delivered, 0);
    CHECK_EQUAL(control->lost, SLOTS);
    tear_down();
}

static void should_stay_lent_when_kept_after_the_consumer_is_done(void) {
    set_up("");
    push(0, 0, true);
    take_and_give_back(0);
    push(1, 40 * MS, false); /* once this one is back, GStreamer has long let go of the first */
    take_and_give_back(1);
    CHECK(comes_back(&slots[1]));
    CHECK_EQUAL(slots[0].shared->state, SR_LENT);
    CHECK_EQUAL(control->delivered, 2);
    sr_slot_release_hold(&slots[0]);
    tear_down();
}

static void should_arrive_again_and_count_once_when_repeated(void) {
    set_up("");
    push(0, 0, true);
    take_and_give_back(0);
    CHECK_EQUAL(sr_appsrc_repeat(&appsrc, &slots[0], 3000 * MS, 40 * MS), SR_FLOW_OK);
    take_and_give_back(0);
    CHECK_EQUAL(slots[0].shared->state, SR_LENT);
    sr_slot_release_hold(&slots[0]);
    CHECK(comes_back(&slots[0]));
    CHECK_EQUAL(control->delivered, 1);
    CHECK_EQUAL(control->lost, 0);
    tear_down();
}

static void should_free_the_slot_and_lose_nothing_when_a_repeat_is_refused(void) {
    set_up("");
    push(0, 0, true);
    take_and_give_back(0);
    app.gst_app_src_end_of_stream(session.source);
    CHECK_EQUAL(sr_appsrc_repeat(&appsrc, &slots[0], 3000 * MS, 40 * MS), GST_FLOW_EOS);
    CHECK_EQUAL(slots[0].shared->state, SR_LENT);
    sr_slot_release_hold(&slots[0]);
    CHECK(comes_back(&slots[0]));
    CHECK_EQUAL(control->delivered, 1);
    CHECK_EQUAL(control->lost, 0);
    tear_down();
}

int main(void) {
    gst_load();
    RUN(should_arrive_in_its_slot_when_pushed);
    RUN(should_arrive_as_planes_without_a_description_of_their_layout);
    RUN(should_lie_elsewhere_when_converted);
    RUN(should_carry_its_times_when_pushed);
    RUN(should_be_lent_until_the_consumer_is_done);
    RUN(should_stay_readable_when_the_slab_is_retired_first);
    RUN(should_be_lost_when_pushed_after_the_end);
    RUN(should_be_lost_when_pushed_to_a_stopped_pipeline);
    RUN(should_keep_a_refused_frame_when_asked_to);
    RUN(should_be_lost_when_still_queued_at_a_failure);
    RUN(should_stay_lent_when_kept_after_the_consumer_is_done);
    RUN(should_arrive_again_and_count_once_when_repeated);
    RUN(should_free_the_slot_and_lose_nothing_when_a_repeat_is_refused);
    return check_report();
}
