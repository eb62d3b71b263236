/* Calls glReadPixels with our own pixel-pack state, and restores the application's. */
#ifndef SR_PACK_H
#define SR_PACK_H

#include "sr_gl.h"
#include "sr_rects.h"

/* Reads all rectangles of the framebuffer that is bound for reading.
 *
 * If `buffer` is 0, `destination` is the slot's memory. Otherwise it is an offset into that pixel-pack buffer, usually
 * NULL. `invert` tells the driver to reverse the order of the rows in each rectangle, and requires sr_gl.pack_invert.
 */
void sr_pack_read(const sr_gl *gl, const sr_rects *rects, unsigned int buffer, bool invert, void *destination);

#endif
