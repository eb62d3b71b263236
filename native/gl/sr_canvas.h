/* Creates a single-sampled framebuffer of our own. */
#ifndef SR_CANVAS_H
#define SR_CANVAS_H

#include "sr_framebuffer_format.h"
#include "sr_gl_draw.h"

typedef struct sr_canvas {
    unsigned int framebuffer, texture; /* 0 if there is none */
} sr_canvas;

typedef struct sr_canvas_size {
    int width_px, height_px;
} sr_canvas_size;

/* Opens a canvas that can be read and sampled, and keeps the application's bindings. Returns false and leaves nothing
 * behind if the driver cannot make one of this size and format. If there is no memory, GL sets its error flag. */
bool sr_canvas_open(sr_canvas *canvas, const sr_gl_draw *draw, sr_canvas_size size, const sr_texels *texels);
/* Returns whether its objects are still there: an application that cleans up may delete them, and have their names. */
bool sr_canvas_is_ours(const sr_canvas *canvas, const sr_gl_draw *draw);
/* Closes a canvas, which may be all 0. Nothing is deleted if its objects are not ours any more. */
void sr_canvas_close(sr_canvas *canvas, const sr_gl_draw *draw);

#endif
