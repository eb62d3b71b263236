/* What glReadPixels reads: the application's framebuffer itself, or a picture that the GPU makes of it. */
#ifndef SR_SOURCE_H
#define SR_SOURCE_H

#include "sr_colour.h"
#include "sr_gl.h"
#include "sr_rects.h"

/* A source is used while the context in which it was opened is current. Only close() may be called without it. */
typedef struct sr_source sr_source;
struct sr_source {
    /* Binds what is to be read, and returns the rectangles to read. Returns NULL if the driver failed. */
    const sr_rects *(*begin)(sr_source *source);
    /* Called after begin, for sources that copy: see sr_copy_corner. */
    const sr_rect *(*corner)(sr_source *source, bool second);
    /* Restores the application's state. It is called after every begin. */
    void (*end)(sr_source *source);
    /* Closes the source. If its context is current, deletes the GL objects that the source made. */
    void (*close)(sr_source *source, bool current);
};

/* The framebuffer itself, bottom-up, or upright for reads whose rows the driver inverts. NULL if there is no memory. */
sr_source *sr_source_direct(const sr_area *area, bool upright);
/* Rectangles of the framebuffer itself. NULL if there is no memory. */
sr_source *sr_source_rects(const sr_rects *rects);

/* A copy of the framebuffer that is bound for reading. It has one sample a pixel and values that can be read as bytes,
 * and is bottom-up or flipped by the blit. It requires GL 3.0 (2.1 with ARB_framebuffer_object) or GLES 3.0. NULL if
 * the driver cannot make it. */
sr_source *sr_source_copy(const sr_gl *gl, const sr_area *area, bool flipped);

/* The planes of the picture's format, upright, which a shader makes from such a copy. 1.5 bytes a pixel are read. It
 * requires GL 3.0, for integers in shaders, or GLES 3.0. NULL if the driver cannot make it. Transform feedback is
 * paused where GL can do that (from 4.0 and GLES 3.0 on); below, the source must not be used inside transform feedback.
 * begin() returns NULL while a query of the application's counts what is drawn, and while a program is in use that the
 * application has deleted. */
sr_source *sr_source_planes(const sr_gl *gl, const sr_area *area, sr_colour colour);

#endif
