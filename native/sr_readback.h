/* Reading the current read framebuffer into memory of ours, leaving the application's GL state as it was. */
#ifndef SR_READBACK_H
#define SR_READBACK_H

#include "sr_gl.h"

/* A rectangle in GL's window coordinates, and the picture it becomes.
 *
 * A picture may be one pixel wider or higher than the rectangle (codecs that need even sizes): the rectangle's right
 * column and lowest row are then read twice, so that the edge is repeated by the reads themselves.
 * In memory the lowest row of the picture comes first, as GL has it.
 */
typedef struct sr_area {
    int x_px, y_px, width_px, height_px;
    int picture_width_px, picture_height_px;
    sr_glenum format; /* SR_GL_BGRA or SR_GL_RGBA */
} sr_area;

enum { SR_BYTES_PER_PIXEL = 4 };

typedef enum sr_read_status {
    SR_READ_OK = 0,
    SR_READ_OTHER_CONTEXT = 1,     /* not the context that `gl` was resolved for; nothing was called */
    SR_READ_OTHER_FRAMEBUFFER = 2, /* not the one that was inspected; nothing was read */
} sr_read_status;

/* From the read framebuffer, which must still be the one named `framebuffer`, into `pixels`, which holds
 * picture_width * picture_height * 4 bytes. They are written when this returns SR_READ_OK.
 */
sr_read_status sr_readback_client(const sr_gl *gl, int framebuffer, const sr_area *area, void *pixels);

#endif
