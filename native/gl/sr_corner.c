#include "sr_corner.h"

#include "sr_bindings.h"
#include "sr_pixel_transfer.h"

#include <string.h>

enum {
    GL_PIXEL_UNPACK_BUFFER = 0x88EC,
    GL_PIXEL_UNPACK_BUFFER_BINDING = 0x88EF,
    GL_TEXTURE_2D = 0x0DE1,
    GL_TEXTURE_BINDING_2D = 0x8069,
    GL_UNPACK_SKIP_PIXELS = 0x0CF4,
    GL_UNPACK_SKIP_ROWS = 0x0CF3,
    FIRST_BYTE = 0,
    SECOND_BYTE = 0x7F, /* in every format another value than the first, in either order of bytes */
};

/* What of the pixel-unpack state matters to a single pixel. */
typedef struct unpack_state {
    int skip_rows, skip_pixels;
    unsigned int buffer;
} unpack_state;

static void skip(const sr_gl *gl, sr_glenum name, int from, int to) {
    if (from != to)
        gl->pixel_storei(name, to);
}

static void neutralise(const sr_gl_draw *draw, unpack_state *before) {
    const sr_gl *gl = draw->gl;
    *before = (unpack_state){
        .skip_rows = sr_gl_get(gl, GL_UNPACK_SKIP_ROWS),
        .skip_pixels = sr_gl_get(gl, GL_UNPACK_SKIP_PIXELS),
        .buffer = draw->unpack_buffer ? (unsigned int)sr_gl_get(gl, GL_PIXEL_UNPACK_BUFFER_BINDING) : 0,
    };
    skip(gl, GL_UNPACK_SKIP_ROWS, before->skip_rows, 0);
    skip(gl, GL_UNPACK_SKIP_PIXELS, before->skip_pixels, 0);
    if (before->buffer != 0)
        gl->bind_buffer(GL_PIXEL_UNPACK_BUFFER, 0);
}

static void restore(const sr_gl *gl, const unpack_state *before) {
    skip(gl, GL_UNPACK_SKIP_ROWS, 0, before->skip_rows);
    skip(gl, GL_UNPACK_SKIP_PIXELS, 0, before->skip_pixels);
    if (before->buffer != 0)
        sr_rebind_buffer(gl, GL_PIXEL_UNPACK_BUFFER, before->buffer);
}

static void upload(const sr_corner *corner, const sr_gl_draw *draw, int byte) {
    unsigned char pixel[SR_CORNER_BYTES];
    memset(pixel, byte, sizeof pixel);
    unsigned int bound = (unsigned int)sr_gl_get(draw->gl, GL_TEXTURE_BINDING_2D);
    draw->gl->bind_texture(GL_TEXTURE_2D, corner->texture);
    draw->tex_sub_image_2d(GL_TEXTURE_2D, 0, corner->x_px, corner->y_px, 1, 1, corner->texels.pixel_format,
                           corner->texels.pixel_type, pixel);
    sr_rebind_texture(draw->gl, GL_TEXTURE_2D, bound);
}

void sr_corner_write(const sr_corner *corner, const sr_gl_draw *draw, bool second) {
    unpack_state before;
    sr_pixel_transfer transfer;
    neutralise(draw, &before);
    sr_pixel_transfer_neutralise(draw->gl, &transfer);
    upload(corner, draw, second ? SECOND_BYTE : FIRST_BYTE);
    sr_pixel_transfer_restore(draw->gl, &transfer);
    restore(draw->gl, &before);
}
