/* Copies the application's framebuffer, by a blit, into a framebuffer of our own that can be read or sampled. */
#ifndef SR_COPY_H
#define SR_COPY_H

#include "sr_canvas.h"
#include "sr_corner.h"
#include "sr_framebuffer.h"
#include "sr_rects.h"
#include "sr_switches.h"

typedef enum sr_copy_as {
    SR_COPY_READABLE, /* can be read as bytes */
    SR_COPY_FLIPPED,  /* can be read as bytes, and the highest row is row 0 */
    SR_COPY_TEXTURE,  /* can be sampled */
} sr_copy_as;

/* Makes at most two blits, because a resolve may neither flip nor change the format, and in GLES it may not even move
 * the pixels. */
typedef struct sr_copy {
    sr_gl_draw draw;
    sr_area area;
    sr_canvas resolved; /* has the application's format and coordinates; not used if there is one sample */
    sr_canvas copied;   /* has bytes, with the area at 0, 0; not used if `resolved` suffices */
    sr_copy_as as;
    bool srgb;           /* the copy holds encoded colours, and sampling decodes them */
    sr_corner corner;    /* of the canvas that the first blit writes */
    sr_rect corner_rect; /* the same, to be read; no format where it cannot be read */
    sr_switches switches;
    unsigned int read_before, drawn_to_before;
} sr_copy;

/* Opens a copy of the framebuffer that is bound for reading. Returns false and leaves nothing behind if the driver
 * cannot make it. */
bool sr_copy_open(sr_copy *copy, const sr_gl *gl, const sr_area *area, sr_copy_as as);
/* Returns the area in the framebuffer that sr_copy_begin leaves bound. */
sr_area sr_copy_area(const sr_copy *copy);
/* Blits, and leaves the last of our framebuffers bound for reading. Returns false if the canvases were deleted and the
 * driver cannot make others. */
bool sr_copy_begin(sr_copy *copy);
/* Called after sr_copy_begin, once for each value of `second`: leaves the canvas bound whose corner is returned, whose
 * two readings tell whether the blits have reached it. Returns NULL where it cannot be read. */
const sr_rect *sr_copy_corner(const sr_copy *copy, bool second);
/* Restores the application's state. */
void sr_copy_end(sr_copy *copy);
void sr_copy_close(sr_copy *copy);

#endif
