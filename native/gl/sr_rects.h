/* Which rectangles of a framebuffer go where in a slot: pure geometry. */
#ifndef SR_RECTS_H
#define SR_RECTS_H

#include "sr_format.h"

#include <stddef.h>

enum { SR_MOST_RECTS = 4 };

/* A rectangle in GL's window coordinates, and the picture it becomes.
 *
 * A picture may be one pixel wider or higher than the rectangle (codecs that need even sizes): the rectangle's right
 * column and lowest row are then read twice, so that the edge is repeated by the reads themselves.
 */
typedef struct sr_area {
    int x_px, y_px, width_px, height_px;
    int picture_width_px, picture_height_px;
    const sr_format *format;
} sr_area;

/* Where the area's lower left lies in a larger picture that is read tile by tile. */
typedef struct sr_position {
    int x_px, y_px;
} sr_position;

/* One glReadPixels. */
typedef struct sr_rect {
    int x_px, y_px, width_px, height_px;
    size_t offset_bytes; /* in the slot, of its row that is lowest in memory */
    int row_px;          /* pixels from one row in the slot to the next */
    const sr_format *format;
} sr_rect;

typedef struct sr_rects {
    sr_rect rect[SR_MOST_RECTS];
    int count;
} sr_rects;

/* The picture as GL has it: its lowest row comes first in memory. */
void sr_rects_bottom_up(const sr_area *area, sr_rects *rects);
/* The picture the right way up, for a driver that inverts the rows of each rectangle (GL_MESA_pack_invert). */
void sr_rects_upright(const sr_area *area, sr_rects *rects);
/* The picture the right way up, of a framebuffer that holds it upside down: its lowest row is GL's highest. */
void sr_rects_flipped(const sr_area *area, sr_rects *rects);

/* A tile of a bottom-up picture of `frame_width_px` x `frame_height_px`, which `area->picture_*` may again exceed by
 * one: the tiles at the right and at the bottom then repeat their edge.
 */
void sr_rects_tile(const sr_area *area, sr_position at, int frame_width_px, int frame_height_px, sr_rects *rects);

#endif
