/* A framebuffer whose every pixel has a colour of its own, and reads of it into guarded memory. */
#ifndef GL_PICTURE_H
#define GL_PICTURE_H

#include "sr_readback.h"

#include <stddef.h>

enum { PICTURE_WIDTH_PX = 13, PICTURE_HEIGHT_PX = 7, PICTURE_BYTES_PER_PIXEL = 4 };

typedef struct picture_colour {
    int red, green, blue, alpha;
} picture_colour;
picture_colour picture_colour_at(int x_px, int y_px);

/* Draws into the framebuffer bound for drawing. */
void picture_draw(void);
sr_area picture_whole(sr_format_id format);

/* Reads into fresh memory with guards on either side. */
sr_read_status picture_read(const sr_gl *gl, int framebuffer, const sr_area *area);
/* The same piece by piece: fresh memory, then tiles that lie in the picture as they lie in the framebuffer. */
void picture_begin(void);
sr_read_status picture_read_tile(const sr_gl *gl, int framebuffer, const sr_area *area);
/* What somebody else has read is the last read from here on. */
void picture_take(const void *bytes, const sr_area *area);
/* Of the framebuffer that is bound, through a reader of its own; SR_READ_FAILED too when there is no such source. */
sr_read_status picture_read_as(const sr_gl *gl, const sr_area *area, sr_source_kind kind);
/* Of the last read, counted as it lies in memory. */
const unsigned char *picture_pixel(const sr_area *area, int column, int row);
/* How many pixels of the last read are not as drawn; tells the first of them. */
int picture_wrong_pixels(const sr_area *area);
/* How many bytes outside the first `picture_bytes` of the last read's memory were written. */
size_t picture_stray_bytes(size_t picture_bytes);
size_t picture_bytes(const sr_area *area);

#endif
