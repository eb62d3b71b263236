/* What glReadPixels reads: the application's framebuffer itself, or something that the GPU has made of it. */
#ifndef SR_SOURCE_H
#define SR_SOURCE_H

#include "sr_colour.h"
#include "sr_gl.h"
#include "sr_rects.h"

/* Render thread only, with the context current that it was opened in; only close() may be called without. */
typedef struct sr_source sr_source;
struct sr_source {
    /* Leaves bound for reading what is to be read, and says which rectangles; NULL when the driver failed. */
    const sr_rects *(*begin)(sr_source *source);
    /* Restores all of the application's state. Called after every begin. */
    void (*end)(sr_source *source);
    /* Closes the source, and deletes what it has made in GL if that is current. */
    void (*close)(sr_source *source, bool current);
};

/* The framebuffer itself, bottom-up; or upright, for reads whose rows the driver inverts. NULL without memory. */
sr_source *sr_source_direct(const sr_area *area, bool upright);
/* Rectangles of the framebuffer itself. NULL without memory. */
sr_source *sr_source_rects(const sr_rects *rects);

/* A copy of the framebuffer that is bound for reading: single-sampled, of values that are read as bytes, bottom-up or
 * flipped by the blit. NULL when the driver cannot make it. From GL 3.0 (2.1 with ARB_framebuffer_object) and GLES 3.0.
 * Not for use inside conditional rendering, which may discard blits and which GL cannot be asked about. */
sr_source *sr_source_copy(const sr_gl *gl, const sr_area *area, bool flipped);

/* The picture as the planes of its format, upright, made by a shader of such a copy: 1.5 bytes a pixel are read. NULL
 * when the driver cannot make it. From GL 3.0 (a shader must know integers) and GLES 3.0. What it draws counts in
 * occlusion and primitive queries that are active; transform feedback is paused, where GL knows that (4.0, GLES 3.0,
 * else not for use inside it). begin() refuses while a program is in use that the application has deleted. */
sr_source *sr_source_planes(const sr_gl *gl, const sr_area *area, sr_colour colour);

#endif
