#include "sr_pack.h"

#include "sr_bindings.h"
#include "sr_pixel_transfer.h"

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

enum { MOST_ALIGNMENT = 8 }; /* that GL knows */

typedef struct pack_state {
    int alignment, row_length, skip_rows, skip_pixels, swap_bytes, lsb_first, invert;
    unsigned int buffer;
} pack_state;

static void save(const sr_gl *gl, pack_state *state) {
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
    if (gl->pack_buffer)
        state->buffer = (unsigned int)sr_gl_get(gl, GL_PIXEL_PACK_BUFFER_BINDING);
}

static void set(const sr_gl *gl, sr_glenum name, int from, int to) {
    if (from != to)
        gl->pixel_storei(name, to);
}

static void change(const sr_gl *gl, const pack_state *from, const pack_state *to) {
    set(gl, GL_PACK_ALIGNMENT, from->alignment, to->alignment);
    set(gl, GL_PACK_ROW_LENGTH, from->row_length, to->row_length);
    set(gl, GL_PACK_SKIP_ROWS, from->skip_rows, to->skip_rows);
    set(gl, GL_PACK_SKIP_PIXELS, from->skip_pixels, to->skip_pixels);
    set(gl, GL_PACK_SWAP_BYTES, from->swap_bytes, to->swap_bytes);
    set(gl, GL_PACK_LSB_FIRST, from->lsb_first, to->lsb_first);
    set(gl, GL_PACK_INVERT_MESA, from->invert, to->invert);
    if (from->buffer != to->buffer)
        sr_rebind_buffer(gl, GL_PIXEL_PACK_BUFFER, to->buffer);
}

/* A row length of 0 is the rectangle's own width. */
static int row_length(const sr_rect *rect) {
    return rect->row_px == rect->width_px ? 0 : rect->row_px;
}

static void read_one(const sr_gl *gl, const sr_rect *rect, void *destination) {
    /* As numbers: with a buffer bound this is an offset, which no pointer arithmetic may make. */
    uintptr_t at = (uintptr_t)destination + rect->offset_bytes;
    gl->read_pixels(rect->x_px, rect->y_px, rect->width_px, rect->height_px, rect->format->gl_format,
                    rect->format->gl_type, (void *)at);
}

void sr_pack_read(const sr_gl *gl, const sr_rects *rects, unsigned int buffer, bool invert, void *destination) {
    pack_state before;
    sr_pixel_transfer transfer_before;
    size_t pixel_bytes = rects->rect[0].format->bytes_per_pixel;
    int alignment = pixel_bytes < MOST_ALIGNMENT ? (int)pixel_bytes : MOST_ALIGNMENT;
    pack_state ours = {.alignment = alignment, .invert = invert, .buffer = buffer};

    save(gl, &before);
    ours.row_length = row_length(&rects->rect[0]);
    change(gl, &before, &ours);
    sr_pixel_transfer_neutralise(gl, &transfer_before);
    for (int i = 0; i < rects->count; i++) {
        set(gl, GL_PACK_ROW_LENGTH, ours.row_length, row_length(&rects->rect[i]));
        ours.row_length = row_length(&rects->rect[i]);
        read_one(gl, &rects->rect[i], destination);
    }
    sr_pixel_transfer_restore(gl, &transfer_before);
    change(gl, &ours, &before);
}
