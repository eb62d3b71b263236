/* A ring that a real pipeline fills, and what is saved of it, sent through another one. */
#include "check.h"
#include "gst_session.h"
#include "sr_buffer.h"
#include "sr_replay.h"

enum { BYTES = 100, LARGE_BYTES = 1 << 20, DELTA_UNIT = 1 << 13, FRAMES = 6 };

static const int64_t FRAME_NS = 40000000;
static const int64_t PATIENCE_NS = 5000000000;
static const char *const CAPS = "video/x-vp8,width=16,height=16,framerate=25/1";

static sr_replay_gst gst;
static gst_session session;
static sr_ring *ring;

/* The library knows the beginning of a GstPadProbeInfo by another name. */
static unsigned long add_probe(void *pad, int mask, int (*callback)(void *, void *, void *), void *user_data,
                               void (*destroy)(void *)) {
    return app.gst_pad_add_probe(pad, mask, (gst_probe)callback, user_data, destroy);
}

static void set_up(const char *caps) {
    gst = (sr_replay_gst){
        .pad_add_probe = add_probe,
        .event_parse_caps = app.gst_event_parse_caps,
        .event_parse_segment = app.gst_event_parse_segment,
        .segment_copy_into = app.gst_segment_copy_into,
        .segment_to_running_time_full = app.gst_segment_to_running_time_full,
        .caps_get_structure = app.gst_caps_get_structure,
        .structure_has_field = app.gst_structure_has_field,
        .structure_has_name = app.gst_structure_has_name,
        .caps_is_equal = app.gst_caps_is_equal,
        .buffer_get_sizes = app.gst_buffer_get_sizes,
        .buffer_copy_deep = app.gst_buffer_copy_deep,
        .buffer_list_length = app.gst_buffer_list_length,
        .buffer_list_get = app.gst_buffer_list_get,
        .mini_object_ref = app.gst_mini_object_ref,
        .mini_object_copy = app.gst_mini_object_copy,
        .mini_object_unref = app.gst_mini_object_unref,
        .app_src_set_caps = app.gst_app_src_set_caps,
        .app_src_push_buffer = app.gst_app_src_push_buffer,
        .app_src_end_of_stream = app.gst_app_src_end_of_stream,
    };
    ring = sr_replay_create(&gst, 10 * PATIENCE_NS, UINT64_MAX);
    gst_session_build(&session, caps, "! identity");
    void *pad = app.gst_element_get_static_pad(gst_session_element(&session, "sink"), "sink");
    CHECK(sr_replay_watch(&gst, ring, pad, SR_VIDEO));
    app.gst_object_unref(pad);
    gst_session_begin(&session);
}

static void tear_down(void) {
    gst_session_close(&session);
    sr_ring_release(ring);
}

static void push(int index, size_t allocated_bytes) {
    sr_buffer *buffer = app.gst_buffer_new_allocate(NULL, allocated_bytes, NULL);
    app.gst_buffer_resize(buffer, 0, BYTES);
    buffer->pts_ns = (uint64_t)(index * FRAME_NS);
    buffer->duration_ns = (uint64_t)FRAME_NS;
    buffer->flags |= index % 3 == 0 ? 0 : DELTA_UNIT;
    app.gst_app_src_push_buffer(session.source, buffer);
    app.gst_mini_object_unref(gst_session_take(&session));
}

static sr_ring_save *saved(sr_save_figures *figures) {
    sr_ring_save *save = sr_ring_save_begin(ring, (FRAMES - 1) * FRAME_NS, 0);
    *figures = sr_ring_save_await(save, PATIENCE_NS);
    return save;
}

static void should_send_what_passed_to_another_pipeline(void) {
    set_up(CAPS);
    for (int i = 0; i < FRAMES; i++)
        push(i, BYTES);
    sr_save_figures figures;
    sr_ring_save *save = saved(&figures);
    CHECK_EQUAL(figures.frames, FRAMES);
    CHECK_EQUAL(figures.size_bytes, FRAMES * BYTES);
    tear_down();
    gst_session_play(&session, CAPS, "! identity");
    void *sources[] = {session.source, NULL};
    const int64_t bases_ns[] = {2 * FRAME_NS, 0};
    CHECK_EQUAL(sr_replay_send(&gst, save, sources, bases_ns), 0);
    sr_ring_save_free(save);
    for (int i = 0; i < FRAMES; i++) {
        sr_buffer *buffer = gst_session_take(&session);
        CHECK_EQUAL(buffer->pts_ns, (uint64_t)((i < 2 ? 0 : i - 2) * FRAME_NS));
        CHECK_EQUAL((buffer->flags & DELTA_UNIT) == 0, i % 3 == 0);
        app.gst_mini_object_unref(buffer);
    }
    gst_session_close(&session);
}

static void should_not_keep_the_rest_of_an_encoders_memory(void) {
    set_up(CAPS);
    for (int i = 0; i < FRAMES; i++)
        push(i, LARGE_BYTES);
    sr_save_figures figures;
    sr_ring_save *save = saved(&figures);
    int track;
    for (const sr_packet *each; (each = sr_ring_save_next(save, &track)) != NULL;) {
        size_t offset_bytes, most_bytes;
        CHECK_EQUAL(gst.buffer_get_sizes(each->buffer, &offset_bytes, &most_bytes), BYTES);
        CHECK(most_bytes < 2 * BYTES);
    }
    sr_ring_save_free(save);
    tear_down();
}

static void should_end_a_save_when_the_stream_ends(void) {
    set_up(CAPS);
    push(0, BYTES);
    sr_ring_save *save = sr_ring_save_begin(ring, FRAMES * FRAME_NS, 0);
    app.gst_app_src_end_of_stream(session.source);
    CHECK_EQUAL(sr_ring_save_await(save, INT64_MAX / 2).frames, 1);
    sr_ring_save_free(save);
    tear_down();
}

/* Two packets begin with the sound: the first one holds nothing else. */
static void should_not_keep_what_a_decoder_of_opus_leaves_out(void) {
    set_up("audio/x-opus,rate=48000,channels=1,channel-mapping-family=0");
    for (int i = 0; i < FRAMES; i++)
        push(i < 2 ? 0 : i, BYTES);
    sr_save_figures figures;
    sr_ring_save *save = saved(&figures);
    CHECK_EQUAL(figures.from_ns, 3 * FRAME_NS);
    CHECK_EQUAL(figures.frames, FRAMES - 3);
    sr_ring_save_free(save);
    tear_down();
}

int main(void) {
    gst_load();
    RUN(should_send_what_passed_to_another_pipeline);
    RUN(should_not_keep_the_rest_of_an_encoders_memory);
    RUN(should_end_a_save_when_the_stream_ends);
    RUN(should_not_keep_what_a_decoder_of_opus_leaves_out);
    return check_report();
}
