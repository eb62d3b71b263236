/* Shows whether a blit has reached the far corner of a canvas.
 *
 * GL discards a blit while conditional rendering is active, and leaves out what lies beyond the framebuffer that is
 * read. Neither is an error, and the canvas then keeps an older picture. So the corner is blitted twice, over two
 * values: afterwards both readings of it are the same if it was written, and differ if it was not. Uploads are not
 * conditional.
 */
#ifndef SR_CORNER_H
#define SR_CORNER_H

#include "sr_framebuffer_format.h"
#include "sr_gl_draw.h"

enum { SR_CORNER_BYTES = 16 }; /* that a reading takes at most */

typedef struct sr_corner {
    unsigned int texture;
    int x_px, y_px;
    sr_texels texels;
} sr_corner;

/* Writes one of the two values into the corner, and keeps the application's state. */
void sr_corner_write(const sr_corner *corner, const sr_gl_draw *draw, bool second);

#endif
