/* The shader that makes planes of a picture, and how they lie in what it draws.
 *
 * Each pixel that it draws is four bytes of a plane, in the order of red, green, blue, alpha: the luma plane, and above
 * it both chroma planes side by side (I420), or the one of pairs (NV12). The rows of planes start with the picture's
 * highest; strides and offsets are GStreamer's defaults, with rows filled up by the repeated edge.
 */
#ifndef SR_PLANES_H
#define SR_PLANES_H

#include "sr_colour.h"
#include "sr_gl_draw.h"
#include "sr_rects.h"

typedef struct sr_planes_size {
    int width_px, height_px; /* of the framebuffer to draw into */
} sr_planes_size;

/* Of a planar format. */
sr_planes_size sr_planes_lay_out(const sr_format *format, int picture_width_px, int picture_height_px, sr_rects *rects);

/* A program of the uniforms `frame`, a sampler, and `picture`, two integers; 0 when the driver refuses it. `encoded`:
 * sampling decodes the frame from sRGB, and the shader encodes it again. */
unsigned int sr_planes_program(const sr_gl_draw *draw, const sr_format *format, sr_colour colour, bool encoded);

#endif
