/* glReadPixels under pixel-pack state of our own, and the application's put back. */
#ifndef SR_PACK_H
#define SR_PACK_H

#include "sr_gl.h"
#include "sr_rects.h"

/* Reads all rectangles of the framebuffer that is bound for reading.
 *
 * `destination` is the slot's memory when `buffer` is 0; else an offset into that pixel-pack buffer, usually NULL.
 * `invert` has the driver turn the rows of each rectangle round, where sr_gl.pack_invert says that it can.
 */
void sr_pack_read(const sr_gl *gl, const sr_rects *rects, unsigned int buffer, bool invert, void *destination);

#endif
