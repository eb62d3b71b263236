#include "gl_picture.h"

#include "gl_context.h"
#include "sr_framebuffer.h"
#include "sr_selection.h"

#include <stdio.h>
#include <string.h>

enum {
    GUARD_BYTES = 4096,
    MAX_PICTURE_BYTES = (PICTURE_WIDTH_PX + 1) * (PICTURE_HEIGHT_PX + 1) * PICTURE_BYTES_PER_PIXEL,
    GUARD = 0xC3,
};

static unsigned char memory[GUARD_BYTES + MAX_PICTURE_BYTES + GUARD_BYTES];
static unsigned char *const pixels = memory + GUARD_BYTES;

/* Different in every pixel, and every channel changes along both axes. */
picture_colour picture_colour_at(int x_px, int y_px) {
    return (picture_colour){.red = 10 + 17 * x_px + y_px,
                            .green = 20 + 31 * y_px + x_px,
                            .blue = 250 - 7 * x_px - 11 * y_px,
                            .alpha = 128 + 5 * x_px + 2 * y_px};
}

void picture_draw(void) {
    app.glEnable(GL_SCISSOR_TEST);
    for (int y = 0; y < PICTURE_HEIGHT_PX; y++) {
        for (int x = 0; x < PICTURE_WIDTH_PX; x++) {
            picture_colour drawn = picture_colour_at(x, y);
            app.glScissor(x, y, 1, 1);
            app.glClearColor((float)drawn.red / 255, (float)drawn.green / 255, (float)drawn.blue / 255,
                             (float)drawn.alpha / 255);
            app.glClear(GL_COLOR_BUFFER_BIT);
        }
    }
    app.glDisable(GL_SCISSOR_TEST);
}

sr_area picture_whole(sr_format_id format) {
    return (sr_area){
        0, 0, PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX, PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX, &sr_formats[format]};
}

void picture_begin(void) {
    memset(memory, GUARD, sizeof memory);
}

static sr_read_status read_source(const sr_gl *gl, int framebuffer, sr_source *source) {
    sr_reader reader = {.gl = gl, .source = source};
    sr_read_status status = sr_reader_read(&reader, framebuffer, &(sr_destination){.memory = pixels});
    sr_reader_close(&reader);
    return status;
}

sr_read_status picture_read(const sr_gl *gl, int framebuffer, const sr_area *area) {
    picture_begin();
    return read_source(gl, framebuffer, sr_source_direct(area, false));
}

sr_read_status picture_read_tile(const sr_gl *gl, int framebuffer, const sr_area *area) {
    sr_rects rects;
    sr_rects_tile(area, (sr_position){area->x_px, area->y_px}, PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX, &rects);
    return read_source(gl, framebuffer, sr_source_rects(&rects));
}

void picture_take(const void *bytes, const sr_area *area) {
    picture_begin();
    memcpy(pixels, bytes, picture_bytes(area));
}

sr_read_status picture_read_as(const sr_gl *gl, const sr_area *area, sr_source_kind kind) {
    sr_reader reader;
    memset(memory, GUARD, sizeof memory);
    if (!sr_reader_open(&reader, gl, area, kind, (sr_colour){SR_BT601, SR_LIMITED_RANGE}))
        return SR_READ_FAILED;
    sr_read_status status = sr_reader_read(&reader, sr_selection_bound(gl), &(sr_destination){.memory = pixels});
    sr_reader_close(&reader);
    return status;
}

const unsigned char *picture_pixel(const sr_area *area, int column, int row) {
    return pixels + (row * area->picture_width_px + column) * PICTURE_BYTES_PER_PIXEL;
}

/* The colour that belongs in a column and row of the picture, counted from its lower left. */
static picture_colour expected_at(const sr_area *area, int column, int row) {
    int extra_rows = area->picture_height_px - area->height_px;
    int x = column < area->width_px ? column : area->width_px - 1;
    int y = row < extra_rows ? 0 : row - extra_rows;
    return picture_colour_at(area->x_px + x, area->y_px + y);
}

static bool is_colour(const unsigned char *pixel, picture_colour expected, const sr_format *format) {
    int red = format->id == SR_BGRX ? 2 : 0;
    return pixel[red] == expected.red && pixel[1] == expected.green && pixel[2 - red] == expected.blue &&
           pixel[3] == expected.alpha;
}

int picture_wrong_pixels(const sr_area *area) {
    int wrong = 0;
    for (int i = 0; i < area->picture_width_px * area->picture_height_px; i++) {
        int column = i % area->picture_width_px, row = i / area->picture_width_px;
        const unsigned char *pixel = pixels + i * PICTURE_BYTES_PER_PIXEL;
        if (is_colour(pixel, expected_at(area, column, row), area->format))
            continue;
        if (wrong++ == 0)
            printf("first wrong pixel: column %d, row %d: %d %d %d %d\n", column, row, pixel[0], pixel[1], pixel[2],
                   pixel[3]);
    }
    return wrong;
}

size_t picture_bytes(const sr_area *area) {
    return (size_t)area->picture_width_px * (size_t)area->picture_height_px * PICTURE_BYTES_PER_PIXEL;
}

size_t picture_stray_bytes(size_t size_bytes) {
    size_t stray = 0;
    for (size_t i = 0; i < sizeof memory; i++)
        stray += memory[i] != GUARD && (i < GUARD_BYTES || i >= GUARD_BYTES + size_bytes);
    return stray;
}
