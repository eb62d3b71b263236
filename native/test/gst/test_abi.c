/* Whether the buffers of this GStreamer are laid out as we write into them, asked of the real one and of fakes. */
#include "check.h"
#include "gst_session.h"

#include <string.h>

enum { HEAD_WORDS = 14, PTS_WORD = 9, OFFSET_END_WORD = 13 };

static uintptr_t fake[HEAD_WORDS + 2];
static int unrefs;

static void fake_unref(void *buffer) {
    unrefs += buffer == fake;
}

/* What a fresh buffer of the real GStreamer holds. */
static void copy_head(uintptr_t *to) {
    void *real = app.gst_buffer_new();
    memcpy(to, real, HEAD_WORDS * sizeof *to);
    app.gst_mini_object_unref(real);
}

static void *faithful_new(void) {
    copy_head(fake);
    return fake;
}

static void *zeroed_new(void) {
    memset(fake, 0, sizeof fake);
    return fake;
}

/* As if GstMiniObject had grown by a word. */
static void *shifted_new(void) {
    copy_head(fake + 1);
    fake[0] = fake[1];
    return fake;
}

static void *with_other_pts_new(void) {
    copy_head(fake);
    fake[PTS_WORD] = 0;
    return fake;
}

static void *with_other_end_new(void) {
    copy_head(fake);
    fake[OFFSET_END_WORD] = 0;
    return fake;
}

static bool accepts(void *(*buffer_new)(void)) {
    sr_gst gst = {.buffer_new = buffer_new, .mini_object_unref = fake_unref};
    unrefs = 0;
    bool known = sr_appsrc_check_abi(&gst);
    CHECK_EQUAL(unrefs, 1);
    return known;
}

static void should_accept_the_installed_gstreamer(void) {
    sr_gst gst = gst_functions();
    CHECK(sr_appsrc_check_abi(&gst));
}

static void should_accept_a_faithful_fake(void) {
    CHECK(accepts(faithful_new));
}

static void should_refuse_buffers_that_are_laid_out_otherwise(void) {
    CHECK(!accepts(zeroed_new));
    CHECK(!accepts(shifted_new));
    CHECK(!accepts(with_other_pts_new));
    CHECK(!accepts(with_other_end_new));
}

static void should_know_formats_by_the_numbers_of_gstreamer(void) {
    static const char *const names[SR_FORMATS] = {
        [SR_BGRX] = "BGRx", [SR_RGBX] = "RGBx", [SR_I420] = "I420", [SR_NV12] = "NV12"};
    for (int id = 0; id < SR_FORMATS; id++) {
        CHECK_EQUAL(sr_formats[id].id, id);
        CHECK_EQUAL(sr_formats[id].gst_format, app.gst_video_format_from_string(names[id]));
    }
}

int main(void) {
    gst_load();
    RUN(should_accept_the_installed_gstreamer);
    RUN(should_accept_a_faithful_fake);
    RUN(should_refuse_buffers_that_are_laid_out_otherwise);
    RUN(should_know_formats_by_the_numbers_of_gstreamer);
    return check_report();
}
