#include "check.h"
#include "gl_context.h"
#include "gl_picture.h"
#include "sr_context.h"

static sr_gl gl;
static int stage; /* the framebuffer with the picture */

/* In both orders of channels: the pixels are right, nothing else is written, and the application sees no trace. */
static void check_area(sr_area area) {
    for (int format = SR_BGRX; format <= SR_RGBX; format++) {
        area.format = &sr_formats[format];
        CHECK_EQUAL(picture_read(&gl, stage, &area), SR_READ_OK);
        CHECK_EQUAL(picture_wrong_pixels(&area), 0);
        CHECK_EQUAL(picture_stray_bytes(picture_bytes(&area)), 0);
        CHECK_EQUAL(app.glGetError(), 0);
        CHECK_EQUAL(gl_get(GL_FRAMEBUFFER_BINDING), stage);
    }
}

static void should_read_every_pixel_when_the_area_is_the_whole_framebuffer(void) {
    check_area(picture_whole(SR_RGBX));
}

static void should_read_from_the_lower_left_when_the_area_is_a_part(void) {
    check_area(
        (sr_area){.x_px = 3, .y_px = 2, .width_px = 5, .height_px = 4, .picture_width_px = 5, .picture_height_px = 4});
    check_area(
        (sr_area){.x_px = 12, .y_px = 6, .width_px = 1, .height_px = 1, .picture_width_px = 1, .picture_height_px = 1});
}

static void should_repeat_the_right_column_when_the_picture_is_wider(void) {
    sr_area area = picture_whole(SR_RGBX);
    area.picture_width_px++;
    check_area(area);
}

static void should_repeat_the_lowest_row_when_the_picture_is_higher(void) {
    sr_area area = picture_whole(SR_RGBX);
    area.picture_height_px++;
    check_area(area);
}

static void should_repeat_the_corner_when_the_picture_is_wider_and_higher(void) {
    sr_area area = picture_whole(SR_RGBX);
    area.picture_width_px++;
    area.picture_height_px++;
    check_area(area);
    check_area(
        (sr_area){.x_px = 4, .y_px = 1, .width_px = 7, .height_px = 3, .picture_width_px = 8, .picture_height_px = 4});
}

static void should_read_the_surface_when_its_own_framebuffer_is_bound(void) {
    sr_area area = picture_whole(SR_BGRX);
    gl_make_current(gl_first_context(), gl_create_pbuffer(PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX));
    app.glBindFramebuffer(GL_FRAMEBUFFER, 0);
    picture_draw();
    CHECK_EQUAL(picture_read(&gl, 0, &area), SR_READ_OK);
    CHECK_EQUAL(picture_wrong_pixels(&area), 0);
    CHECK_EQUAL(app.glGetError(), 0);
    gl_make_current(gl_first_context(), NULL);
    app.glBindFramebuffer(GL_FRAMEBUFFER, (unsigned int)stage);
}

static void check_untouched(sr_read_status expected) {
    sr_area area = picture_whole(SR_RGBX);
    CHECK_EQUAL(picture_read(&gl, stage, &area), expected);
    CHECK_EQUAL(picture_stray_bytes(0), 0);
}

static void should_write_nothing_when_another_framebuffer_is_bound(void) {
    gl_create_framebuffer(PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX, 0);
    check_untouched(SR_READ_OTHER_FRAMEBUFFER);
    app.glBindFramebuffer(GL_FRAMEBUFFER, 0);
    check_untouched(SR_READ_OTHER_FRAMEBUFFER);
    CHECK_EQUAL(app.glGetError(), 0);
    app.glBindFramebuffer(GL_FRAMEBUFFER, (unsigned int)stage);
}

static void should_write_nothing_when_another_context_is_current(void) {
    gl_make_current(gl_create_context(), NULL);
    app.glBindFramebuffer(GL_FRAMEBUFFER, 0);
    check_untouched(SR_READ_OTHER_CONTEXT);
    gl_make_current(NULL, NULL);
    check_untouched(SR_READ_OTHER_CONTEXT);
    gl_make_current(gl_first_context(), NULL);
}

static void should_read_the_read_framebuffer_when_another_is_drawn_to(void) {
    sr_area area = picture_whole(SR_BGRX);
    unsigned int drawn = gl_create_framebuffer(PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX, 0);
    app.glBindFramebuffer(GL_READ_FRAMEBUFFER, (unsigned int)stage);
    CHECK_EQUAL(picture_read(&gl, stage, &area), SR_READ_OK);
    CHECK_EQUAL(picture_wrong_pixels(&area), 0);
    CHECK_EQUAL(gl_get(GL_FRAMEBUFFER_BINDING), drawn);
    CHECK_EQUAL(gl_get(GL_READ_FRAMEBUFFER_BINDING), stage);
    app.glBindFramebuffer(GL_FRAMEBUFFER, (unsigned int)stage);
}

/* The picture in tiles of at most 5x3, each drawn as if it were the whole stage: here, read from where it lies. */
static void check_tiles(int extra_px) {
    enum { TILE_WIDTH_PX = 5, TILE_HEIGHT_PX = 3 };
    sr_area whole = picture_whole(SR_RGBX);
    whole.picture_width_px += extra_px;
    whole.picture_height_px += extra_px;
    picture_begin();
    for (int y = 0; y < PICTURE_HEIGHT_PX; y += TILE_HEIGHT_PX) {
        for (int x = 0; x < PICTURE_WIDTH_PX; x += TILE_WIDTH_PX) {
            sr_area tile = whole;
            tile.x_px = x;
            tile.y_px = y;
            tile.width_px = x + TILE_WIDTH_PX <= PICTURE_WIDTH_PX ? TILE_WIDTH_PX : PICTURE_WIDTH_PX - x;
            tile.height_px = y + TILE_HEIGHT_PX <= PICTURE_HEIGHT_PX ? TILE_HEIGHT_PX : PICTURE_HEIGHT_PX - y;
            CHECK_EQUAL(picture_read_tile(&gl, stage, &tile), SR_READ_OK);
        }
    }
    CHECK_EQUAL(picture_wrong_pixels(&whole), 0);
    CHECK_EQUAL(picture_stray_bytes(picture_bytes(&whole)), 0);
    CHECK_EQUAL(app.glGetError(), 0);
}

static void should_assemble_the_picture_when_it_is_read_in_tiles(void) {
    check_tiles(0);
}

static void should_repeat_the_outer_edges_when_a_tiled_picture_is_wider_and_higher(void) {
    check_tiles(1);
}

/* A pair for ping-pong: the same source reads both, each with its own pixels. */
static void should_read_another_framebuffer_by_the_same_reader(void) {
    sr_area area = picture_whole(SR_RGBX);
    sr_source_kind kind = gl.read_framebuffer ? SR_SOURCE_RESOLVED : SR_SOURCE_BOTTOM_UP;
    unsigned char pixels[PICTURE_WIDTH_PX * PICTURE_HEIGHT_PX * PICTURE_BYTES_PER_PIXEL];
    sr_reader reader;
    gl_create_framebuffer(PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX, 0);
    app.glClearColor(0, 0, 0, 0);
    app.glClear(GL_COLOR_BUFFER_BIT);
    CHECK(sr_reader_open(&reader, &gl, &area, kind, (sr_colour){SR_BT601, SR_LIMITED_RANGE}));
    int other = gl_get(GL_FRAMEBUFFER_BINDING);
    app.glBindFramebuffer(GL_FRAMEBUFFER, (unsigned int)stage);
    const sr_destination to = {.memory = pixels};
    CHECK_EQUAL(sr_reader_read(&reader, other, &to), SR_READ_OTHER_FRAMEBUFFER);
    CHECK_EQUAL(sr_reader_read(&reader, stage, &to), SR_READ_OK);
    picture_take(pixels, &area);
    CHECK_EQUAL(picture_wrong_pixels(&area), 0);
    sr_reader_close(&reader);
    CHECK_EQUAL(app.glGetError(), 0);
}

int main(int argument_count, char **arguments) {
    const gl_flavour *flavour = gl_open(argument_count, arguments);
    CHECK(sr_context_resolve(&gl));
    stage = (int)gl_create_framebuffer(PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX, 0);
    picture_draw();
    RUN(should_read_every_pixel_when_the_area_is_the_whole_framebuffer);
    RUN(should_read_from_the_lower_left_when_the_area_is_a_part);
    RUN(should_repeat_the_right_column_when_the_picture_is_wider);
    RUN(should_repeat_the_lowest_row_when_the_picture_is_higher);
    RUN(should_repeat_the_corner_when_the_picture_is_wider_and_higher);
    RUN(should_read_the_surface_when_its_own_framebuffer_is_bound);
    RUN(should_write_nothing_when_another_framebuffer_is_bound);
    RUN(should_write_nothing_when_another_context_is_current);
    if (gl.pack_layout) {
        RUN(should_assemble_the_picture_when_it_is_read_in_tiles);
        RUN(should_repeat_the_outer_edges_when_a_tiled_picture_is_wider_and_higher);
    }
    if (flavour->major >= 3)
        RUN(should_read_the_read_framebuffer_when_another_is_drawn_to);
    RUN(should_read_another_framebuffer_by_the_same_reader);
    gl_close();
    return check_report();
}
