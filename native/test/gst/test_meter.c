/* What passes a real pad is counted, whoever lets go of the meter first. */
#include "check.h"
#include "gst_session.h"
#include "sr_meter.h"

static gst_session session;
static sr_meter *meter;

static void set_up(void) {
    gst_session_play(&session, "audio/x-raw,format=S16LE,layout=interleaved,rate=48000,channels=1", "");
    sr_meter_gst gst = {(unsigned long (*)(void *, int, int (*)(void *, void *, void *), void *,
                                           void (*)(void *)))app.gst_pad_add_probe,
                        app.gst_buffer_get_size};
    meter = sr_meter_create(&gst);
    void *pad = app.gst_element_get_static_pad(session.source, "src");
    sr_meter_watch(meter, pad);
    app.gst_object_unref(pad);
}

static void pass(size_t size_bytes) {
    CHECK_EQUAL(app.gst_app_src_push_buffer(session.source, app.gst_buffer_new_allocate(NULL, size_bytes, NULL)), 0);
    void *buffer = gst_session_take(&session);
    CHECK(buffer != NULL);
    app.gst_mini_object_unref(buffer);
}

static void should_count_the_frames_and_know_the_largest(void) {
    set_up();
    CHECK_EQUAL(sr_meter_frames(meter), 0);
    CHECK_EQUAL(sr_meter_largest_bytes(meter), 0);
    pass(20);
    pass(60);
    pass(40);
    CHECK_EQUAL(sr_meter_frames(meter), 3);
    CHECK_EQUAL(sr_meter_largest_bytes(meter), 60);
    gst_session_close(&session);
    CHECK_EQUAL(sr_meter_frames(meter), 3);
    sr_meter_release(meter);
}

static void should_be_released_before_its_pad(void) {
    set_up();
    sr_meter_release(meter);
    pass(20);
    gst_session_close(&session);
}

int main(void) {
    gst_load();
    RUN(should_count_the_frames_and_know_the_largest);
    RUN(should_be_released_before_its_pad);
    return check_report();
}
