/* Sound through a real pipeline: a copy arrives with its times, and too much is not taken. */
#include "check.h"
#include "gst_session.h"
#include "sr_buffer.h"
#include "sr_sound.h"

#include <string.h>

enum { BLOCK_BYTES = 1920, MOST_BYTES = 2 * BLOCK_BYTES };

static const int64_t BLOCK_NS = 10000000;

static gst_session session;
static sr_sound sound;
static unsigned char block[MOST_BYTES + 1];

static void set_up(void) {
    gst_session_play(&session, "audio/x-raw,format=S16LE,layout=interleaved,rate=48000,channels=2", "");
    sr_sound_gst gst = {app.gst_buffer_new_allocate, app.gst_buffer_fill, app.gst_app_src_get_current_level_bytes,
                        app.gst_app_src_push_buffer};
    sound = (sr_sound){gst, session.source, MOST_BYTES};
    for (size_t i = 0; i < sizeof block; i++)
        block[i] = (unsigned char)(i * 7);
}

static void check_content(void *buffer) {
    gst_map map;
    unsigned char expected[BLOCK_BYTES];
    void *memory = app.gst_buffer_peek_memory(buffer, 0);
    for (size_t i = 0; i < BLOCK_BYTES; i++)
        expected[i] = (unsigned char)(i * 7);
    CHECK(app.gst_memory_map(memory, &map, GST_MAP_READ));
    CHECK_EQUAL(map.size_bytes, BLOCK_BYTES);
    CHECK(memcmp(map.data, expected, BLOCK_BYTES) == 0);
    app.gst_memory_unmap(memory, &map);
}

static void should_arrive_as_a_copy_with_its_times(void) {
    set_up();
    for (int i = 0; i < 3; i++) {
        CHECK(sr_sound_push(&sound, block, BLOCK_BYTES, i * BLOCK_NS, BLOCK_NS));
        sr_buffer *buffer = gst_session_take(&session);
        CHECK(buffer != NULL);
        memset(block, 0, BLOCK_BYTES); /* the caller's from here on */
        CHECK_EQUAL(buffer->pts_ns, i * BLOCK_NS);
        CHECK_EQUAL(buffer->duration_ns, BLOCK_NS);
        check_content(buffer);
        app.gst_mini_object_unref(buffer);
        for (size_t j = 0; j < BLOCK_BYTES; j++)
            block[j] = (unsigned char)(j * 7);
    }
    gst_session_close(&session);
}

static void should_not_take_more_than_may_wait(void) {
    set_up();
    CHECK(!sr_sound_push(&sound, block, MOST_BYTES + 1, 0, BLOCK_NS));
    CHECK(sr_sound_push(&sound, block, MOST_BYTES, 0, BLOCK_NS));
    gst_session_close(&session);
}

static void should_not_be_taken_by_a_pipeline_that_has_stopped(void) {
    set_up();
    gst_session_stop(&session);
    CHECK(!sr_sound_push(&sound, block, BLOCK_BYTES, 0, BLOCK_NS));
    app.gst_object_unref(session.pipeline);
}

int main(void) {
    gst_load();
    RUN(should_arrive_as_a_copy_with_its_times);
    RUN(should_not_take_more_than_may_wait);
    RUN(should_not_be_taken_by_a_pipeline_that_has_stopped);
    return check_report();
}
