/* The packets of sound from before its beginning keep their time as a DTS, and the others are as they were. */
#include "check.h"
#include "gst_session.h"
#include "sr_buffer.h"
#include "sr_priming.h"

enum { BYTES = 20, PACKETS = 5 };

static const uint64_t PACKET_NS = 20000000, TIME_NONE = UINT64_MAX;

static gst_session session;

static void set_up(uint64_t begin_ns) {
    gst_session_play(&session, "audio/x-raw,format=S16LE,layout=interleaved,rate=48000,channels=1", "! identity");
    sr_priming_gst gst = {(unsigned long (*)(void *, int, int (*)(void *, void *, void *), void *,
                                             void (*)(void *)))app.gst_pad_add_probe,
                          app.gst_mini_object_make_writable};
    void *pad = app.gst_element_get_static_pad(session.source, "src");
    CHECK(sr_priming_watch(&gst, pad, (int64_t)begin_ns) != 0);
    app.gst_object_unref(pad);
}

static sr_buffer *packet(uint64_t pts_ns, uint64_t duration_ns) {
    sr_buffer *buffer = app.gst_buffer_new_allocate(NULL, BYTES, NULL);
    buffer->pts_ns = pts_ns;
    buffer->duration_ns = duration_ns;
    return buffer;
}

static void check_passes(sr_buffer *pushed, uint64_t pts_ns, uint64_t dts_ns) {
    app.gst_app_src_push_buffer(session.source, pushed);
    sr_buffer *buffer = gst_session_take(&session);
    CHECK_EQUAL(buffer->pts_ns, pts_ns);
    CHECK_EQUAL(buffer->dts_ns, dts_ns);
    CHECK_EQUAL(app.gst_buffer_get_size(buffer), BYTES);
    app.gst_mini_object_unref(buffer);
}

static void should_show_what_comes_before_the_beginning_there_or_at_its_end(void) {
    const uint64_t shown_ns[PACKETS] = {50000000, 50000000, 60000000, 60000000, 80000000};
    set_up(50000000);
    for (uint64_t i = 0; i < PACKETS; i++)
        check_passes(packet(i * PACKET_NS, PACKET_NS), shown_ns[i], i * PACKET_NS);
    gst_session_close(&session);
}

static void should_pass_packets_without_a_time_or_a_duration(void) {
    set_up(50000000);
    check_passes(packet(PACKET_NS, TIME_NONE), 50000000, PACKET_NS);
    check_passes(packet(TIME_NONE, PACKET_NS), TIME_NONE, TIME_NONE);
    gst_session_close(&session);
}

static void should_leave_alone_what_another_one_holds(void) {
    set_up(50000000);
    sr_buffer *held = packet(0, PACKET_NS);
    app.gst_mini_object_ref(held);
    check_passes(held, 50000000, 0);
    CHECK_EQUAL(held->pts_ns, 0);
    CHECK_EQUAL(held->dts_ns, TIME_NONE);
    app.gst_mini_object_unref(held);
    gst_session_close(&session);
}

int main(void) {
    gst_load();
    RUN(should_show_what_comes_before_the_beginning_there_or_at_its_end);
    RUN(should_pass_packets_without_a_time_or_a_duration);
    RUN(should_leave_alone_what_another_one_holds);
    return check_report();
}
