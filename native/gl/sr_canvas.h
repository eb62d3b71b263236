/* A single-sampled framebuffer of our own. */
#ifndef SR_CANVAS_H
#define SR_CANVAS_H

#include "sr_gl_draw.h"

typedef struct sr_canvas {
    unsigned int framebuffer;           /* 0: there is none */
    unsigned int renderbuffer, texture; /* one of them is 0 */
} sr_canvas;

typedef struct sr_canvas_size {
    int width_px, height_px;
} sr_canvas_size;

/* The application's bindings are as they were. False, with nothing left behind, when the driver makes none of that
 * size and format. Without memory GL says so by its own error flag. */
bool sr_canvas_open(sr_canvas *canvas, const sr_gl_draw *draw, sr_canvas_size size, sr_glenum internal_format);
/* To be sampled as well; only RGBA8 and SRGB8_ALPHA8. */
bool sr_canvas_open_texture(sr_canvas *canvas, const sr_gl_draw *draw, sr_canvas_size size, sr_glenum internal_format);
/* Also one that is all 0. */
void sr_canvas_close(sr_canvas *canvas, const sr_gl_draw *draw);

#endif
