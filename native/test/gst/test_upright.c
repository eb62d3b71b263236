/* Pictures in GL's order of rows come out upright behind a converter, exactly as if they had been turned by a copy. */
#include "check.h"
#include "gst_session.h"
#include "sr_slab.h"

#include <string.h>

enum { WIDTH_PX = 16, HEIGHT_PX = 8, PICTURE_BYTES = WIDTH_PX * HEIGHT_PX * 4, MAX_BYTES = 1024 };

typedef struct picture {
    unsigned char bytes[MAX_BYTES];
    size_t size_bytes;
} picture;

/* Brighter at the top, redder to the right: neither turned nor mirrored is it the same. */
static void paint(unsigned char *pixel, int x_px, int y_from_top_px) {
    pixel[0] = (unsigned char)(200 - 20 * y_from_top_px);
    pixel[1] = (unsigned char)(210 - 22 * y_from_top_px);
    pixel[2] = (unsigned char)(5 + 15 * x_px);
    pixel[3] = 255;
}

static void paint_all(unsigned char *pixels, bool bottom_up) {
    for (int row = 0; row < HEIGHT_PX; row++) {
        for (int x = 0; x < WIDTH_PX; x++)
            paint(pixels + (row * WIDTH_PX + x) * 4, x, bottom_up ? HEIGHT_PX - 1 - row : row);
    }
}

static void take(gst_session *session, picture *result) {
    gst_map map;
    void *buffer = gst_session_take(session);
    *result = (picture){.size_bytes = 0};
    CHECK(buffer != NULL);
    void *memory = app.gst_buffer_peek_memory(buffer, 0);
    CHECK(app.gst_memory_map(memory, &map, GST_MAP_READ));
    CHECK(map.size_bytes <= MAX_BYTES);
    memcpy(result->bytes, map.data, map.size_bytes);
    result->size_bytes = map.size_bytes;
    app.gst_memory_unmap(memory, &map);
    app.gst_mini_object_unref(buffer);
}

static void convert(bool bottom_up, const char *elements, picture *result) {
    gst_session session;
    gst_session_play(&session, "video/x-raw,format=BGRx,width=16,height=8,framerate=30/1", elements);
    sr_pool *pool = sr_pool_create();
    sr_slab *slab = sr_slab_create(pool, 1, PICTURE_BYTES);
    sr_slot *slot = sr_slab_slots(slab);
    sr_appsrc appsrc = {gst_functions(), session.source, true};
    gst_stamp(slot, SR_BGRX, WIDTH_PX, HEIGHT_PX, PICTURE_BYTES, bottom_up);
    paint_all(slot->pixels, bottom_up);
    CHECK_EQUAL(sr_appsrc_push(&appsrc, slot, false), SR_FLOW_OK);
    take(&session, result);
    gst_session_close(&session);
    CHECK_EQUAL(slot->shared->state, SR_FREE);
    sr_slab_retire(slab);
    sr_pool_retire(pool);
}

static int wrong_rgb_pixels(const picture *seen) {
    int wrong = 0;
    for (int i = 0; i < WIDTH_PX * HEIGHT_PX; i++) {
        unsigned char bgrx[4];
        const unsigned char *rgb = seen->bytes + i * 3;
        paint(bgrx, i % WIDTH_PX, i / WIDTH_PX);
        wrong += rgb[0] != bgrx[2] || rgb[1] != bgrx[1] || rgb[2] != bgrx[0];
    }
    return wrong;
}

static void check_same_from_both_orders(const char *elements, size_t size_bytes) {
    picture turned, copied;
    convert(true, elements, &turned);
    convert(false, elements, &copied);
    CHECK_EQUAL(turned.size_bytes, size_bytes);
    CHECK_EQUAL(copied.size_bytes, size_bytes);
    CHECK_EQUAL(memcmp(turned.bytes, copied.bytes, size_bytes), 0);
}

static void should_be_upright_when_converted_to_rgb(void) {
    picture seen;
    convert(true, "! videoconvert ! video/x-raw,format=RGB", &seen);
    CHECK_EQUAL(seen.size_bytes, WIDTH_PX * HEIGHT_PX * 3);
    CHECK_EQUAL(wrong_rgb_pixels(&seen), 0);
}

static void should_be_upright_when_pushed_from_top_to_bottom(void) {
    picture seen;
    convert(false, "! videoconvert ! video/x-raw,format=RGB", &seen);
    CHECK_EQUAL(wrong_rgb_pixels(&seen), 0);
}

static void should_be_the_same_as_a_turned_copy_when_converted_to_i420(void) {
    check_same_from_both_orders("! videoconvert ! video/x-raw,format=I420", WIDTH_PX * HEIGHT_PX * 3 / 2);
}

static void should_be_the_same_as_a_turned_copy_when_converted_to_nv12(void) {
    check_same_from_both_orders("! videoconvert ! video/x-raw,format=NV12", WIDTH_PX * HEIGHT_PX * 3 / 2);
}

static void should_be_brighter_at_the_top_when_converted_to_i420(void) {
    picture seen;
    convert(true, "! videoconvert ! video/x-raw,format=I420", &seen);
    for (int row = 1; row < HEIGHT_PX; row++)
        CHECK(seen.bytes[row * WIDTH_PX] < seen.bytes[(row - 1) * WIDTH_PX]);
}

int main(void) {
    gst_load();
    RUN(should_be_upright_when_converted_to_rgb);
    RUN(should_be_upright_when_pushed_from_top_to_bottom);
    RUN(should_be_the_same_as_a_turned_copy_when_converted_to_i420);
    RUN(should_be_the_same_as_a_turned_copy_when_converted_to_nv12);
    RUN(should_be_brighter_at_the_top_when_converted_to_i420);
    return check_report();
}
