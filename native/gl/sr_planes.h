/* The shader that converts a picture to planes, and the layout of the planes in the framebuffer that it draws to.
 *
 * Each pixel that the shader draws holds four bytes of a plane, in the order red, green, blue, alpha. The luma plane
 * comes first. Above it are both chroma planes side by side (I420), or the plane of chroma pairs (NV12). The first row
 * of a plane is the picture's highest. Strides and offsets are GStreamer's defaults, and the end of a row repeats the
 * picture's edge.
 */
#ifndef SR_PLANES_H
#define SR_PLANES_H

#include "sr_colour.h"
#include "sr_gl_draw.h"
#include "sr_rects.h"

typedef struct sr_planes_size {
    int width_px, height_px; /* of the framebuffer that the planes are drawn to */
} sr_planes_size;

/* Computes the framebuffer's size and the rectangles to read from it. The format must be planar. */
sr_planes_size sr_planes_lay_out(const sr_format *format, int picture_width_px, int picture_height_px, sr_rects *rects);

/* Makes a program with the uniforms `frame`, a sampler, and `picture`, two integers. Returns 0 if the driver refuses
 * it. `encoded` says that sampling decodes the frame from sRGB; the shader then encodes it again. */
unsigned int sr_planes_program(const sr_gl_draw *draw, const sr_format *format, sr_colour colour, bool encoded);

#endif
