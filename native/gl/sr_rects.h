/* Computes which rectangles of a framebuffer are read to which places in a slot. It calls no GL. */
#ifndef SR_RECTS_H
#define SR_RECTS_H

#include "sr_format.h"

#include <stddef.h>

enum { SR_MOST_RECTS = 4 };

/* A rectangle in GL's window coordinates, and the picture that it becomes.
 *
 * The picture may be one pixel wider or higher than the rectangle, for codecs that need even sizes. The rectangle's
 * right column or lowest row is then read twice, so that the reads themselves repeat the edge.
 */
typedef struct sr_area {
    int x_px, y_px, width_px, height_px;
    int picture_width_px, picture_height_px;
    const sr_format *format;
} sr_area;

/* The position of the area's lower left corner in a larger picture that is read tile by tile. */
typedef struct sr_position {
    int x_px, y_px;
} sr_position;

/* The arguments of one call of glReadPixels. */
typedef struct sr_rect {
    int x_px, y_px, width_px, height_px;
    size_t offset_bytes; /* in the slot, of the row that comes first in memory */
    int row_px;          /* the number of pixels from one row in the slot to the next */
    const sr_format *format;
} sr_rect;

typedef struct sr_rects {
    sr_rect rect[SR_MOST_RECTS];
    int count;
} sr_rects;

/* Computes the picture as GL stores it: the lowest row comes first in memory. */
void sr_rects_bottom_up(const sr_area *area, sr_rects *rects);
/* Computes the picture upright, for a driver that inverts the rows of each rectangle (GL_MESA_pack_invert). */
void sr_rects_upright(const sr_area *area, sr_rects *rects);
/* Computes the picture upright, for a framebuffer that holds it upside down, with its highest row as row 0. */
void sr_rects_flipped(const sr_area *area, sr_rects *rects);

/* Computes a tile of a bottom-up picture of `frame_width_px` x `frame_height_px`. `area->picture_*` may again exceed
 * this size by one pixel; the tiles at the right and at the bottom then repeat their edge.
 */
void sr_rects_tile(const sr_area *area, sr_position at, int frame_width_px, int frame_height_px, sr_rects *rects);

#endif
