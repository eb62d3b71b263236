/* The application's framebuffer, blitted by the GPU into one of our own that can be read or sampled. */
#ifndef SR_COPY_H
#define SR_COPY_H

#include "sr_canvas.h"
#include "sr_framebuffer.h"
#include "sr_rects.h"
#include "sr_switches.h"

typedef enum sr_copy_as {
    SR_COPY_READABLE, /* whatever can be read as bytes */
    SR_COPY_FLIPPED,  /* the highest row is row 0 */
    SR_COPY_TEXTURE,  /* to be sampled */
} sr_copy_as;

/* At most two blits: a resolve may neither flip nor change the format, and in GLES not even move. */
typedef struct sr_copy {
    sr_gl_draw draw;
    sr_area area;
    sr_canvas resolved; /* the application's format and coordinates; none where there is but one sample */
    sr_canvas copied;   /* bytes, with the area at 0, 0; none where the resolved one will do */
    bool flipped;
    bool srgb; /* the copy holds encoded colours that sampling decodes */
    sr_switches switches;
    unsigned int read_before, drawn_to_before;
} sr_copy;

/* Of the framebuffer that is bound for reading; false, with nothing left behind, when the driver cannot make it. */
bool sr_copy_open(sr_copy *copy, const sr_gl *gl, const sr_area *area, sr_copy_as as);
/* Where the area lies in what sr_copy_begin leaves bound. */
sr_area sr_copy_area(const sr_copy *copy);
/* Blits, and leaves the last of our framebuffers bound for reading. */
void sr_copy_begin(sr_copy *copy);
/* Restores the application's state. */
void sr_copy_end(sr_copy *copy);
void sr_copy_close(sr_copy *copy);

#endif
