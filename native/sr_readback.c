#include "sr_readback.h"

#include "sr_framebuffer.h"

#include <stddef.h>

enum {
    GL_PACK_ALIGNMENT = 0x0D05,
    GL_PACK_INVERT_MESA = 0x8758,
    GL_PACK_LSB_FIRST = 0x0D01,
    GL_PACK_ROW_LENGTH = 0x0D02,
    GL_PACK_SKIP_PIXELS = 0x0D04,
    GL_PACK_SKIP_ROWS = 0x0D03,
    GL_PACK_SWAP_BYTES = 0x0D00,
    GL_PIXEL_PACK_BUFFER = 0x88EB,
    GL_PIXEL_PACK_BUFFER_BINDING = 0x88ED,
};

typedef struct pack_state {
    int alignment, row_length, skip_rows, skip_pixels, swap_bytes, lsb_first, invert;
} pack_state;

static void save_pack(const sr_gl *gl, pack_state *state) {
    *state = (pack_state){.alignment = sr_gl_get(gl, GL_PACK_ALIGNMENT)};
    if (gl->pack_layout) {
        state->row_length = sr_gl_get(gl, GL_PACK_ROW_LENGTH);
        state->skip_rows = sr_gl_get(gl, GL_PACK_SKIP_ROWS);
        state->skip_pixels = sr_gl_get(gl, GL_PACK_SKIP_PIXELS);
    }
    if (gl->pack_order) {
        state->swap_bytes = sr_gl_get(gl, GL_PACK_SWAP_BYTES);
        state->lsb_first = sr_gl_get(gl, GL_PACK_LSB_FIRST);
    }
    if (gl->pack_invert)
        state->invert = sr_gl_get(gl, GL_PACK_INVERT_MESA);
}

static void set(const sr_gl *gl, sr_glenum name, int from, int to) {
    if (from != to)
        gl->pixel_storei(name, to);
}

static void change_pack(const sr_gl *gl, const pack_state *from, const pack_state *to) {
    set(gl, GL_PACK_ALIGNMENT, from->alignment, to->alignment);
    set(gl, GL_PACK_ROW_LENGTH, from->row_length, to->row_length);
    set(gl, GL_PACK_SKIP_ROWS, from->skip_rows, to->skip_rows);
    set(gl, GL_PACK_SKIP_PIXELS, from->skip_pixels, to->skip_pixels);
    set(gl, GL_PACK_SWAP_BYTES, from->swap_bytes, to->swap_bytes);
    set(gl, GL_PACK_LSB_FIRST, from->lsb_first, to->lsb_first);
    set(gl, GL_PACK_INVERT_MESA, from->invert, to->invert);
}

static void read_rectangle(const sr_gl *gl, const sr_area *area, int x_px, int width_px, int height_px, char *pixels) {
    gl->read_pixels(x_px, area->y_px, width_px, height_px, area->format, SR_GL_UNSIGNED_BYTE, pixels);
}

/* The rectangle at the picture's upper left; its edges once more where the picture is larger. */
static void read_picture(const sr_gl *gl, const sr_area *area, char *pixels) {
    size_t stride_bytes = (size_t)area->picture_width_px * SR_BYTES_PER_PIXEL;
    size_t extra_column = (size_t)area->width_px * SR_BYTES_PER_PIXEL;
    int right_px = area->x_px + area->width_px - 1;
    bool wider = area->picture_width_px > area->width_px;
    bool higher = area->picture_height_px > area->height_px;
    char *rectangle = higher ? pixels + stride_bytes : pixels;

    read_rectangle(gl, area, area->x_px, area->width_px, area->height_px, rectangle);
    if (wider)
        read_rectangle(gl, area, right_px, 1, area->height_px, rectangle + extra_column);
    if (higher)
        read_rectangle(gl, area, area->x_px, area->width_px, 1, pixels);
    if (wider && higher)
        read_rectangle(gl, area, right_px, 1, 1, pixels + extra_column);
}

static unsigned int unbind_pack_buffer(const sr_gl *gl) {
    if (!gl->pack_buffer)
        return 0;
    unsigned int bound = (unsigned int)sr_gl_get(gl, GL_PIXEL_PACK_BUFFER_BINDING);
    if (bound != 0)
        gl->bind_buffer(GL_PIXEL_PACK_BUFFER, 0);
    return bound;
}

static void read_with_our_state(const sr_gl *gl, const sr_area *area, void *pixels) {
    pack_state before;
    pack_state ours = {.alignment = SR_BYTES_PER_PIXEL};
    if (area->picture_width_px != area->width_px)
        ours.row_length = area->picture_width_px;

    save_pack(gl, &before);
    unsigned int bound_buffer = unbind_pack_buffer(gl);
    change_pack(gl, &before, &ours);
    read_picture(gl, area, pixels);
    change_pack(gl, &ours, &before);
    if (bound_buffer != 0)
        gl->bind_buffer(GL_PIXEL_PACK_BUFFER, bound_buffer);
}

sr_read_status sr_readback_client(const sr_gl *gl, int framebuffer, const sr_area *area, void *pixels) {
    if (!sr_gl_is_current(gl))
        return SR_READ_OTHER_CONTEXT;
    if (sr_framebuffer_name(gl) != framebuffer)
        return SR_READ_OTHER_FRAMEBUFFER;
    read_with_our_state(gl, area, pixels);
    return SR_READ_OK;
}
