/* Inspects the selected framebuffer before anything is read from it. */
#ifndef SR_FRAMEBUFFER_H
#define SR_FRAMEBUFFER_H

#include "sr_framebuffer_format.h"

/* Java receives these members as an int[], in this order. */
typedef struct sr_framebuffer {
    int name;                /* 0 for the window's or the surface's own framebuffer */
    int complete;            /* 1 if it is complete and has a read buffer, so that it can be read */
    int samples;             /* of an FBO; 0 or 1 if it can be read without a resolve */
    int width_px, height_px; /* 0 if the driver cannot tell */
    int rgba_first;          /* 1 if the driver's own order of reading is RGBA */
    int values;              /* an sr_values */
    int srgb;                /* 1 if the values are encoded */
    int internal_format;     /* 0 if we do not know it */
} sr_framebuffer;

/* Returns the number of samples. The window's framebuffer may have several too, but a read resolves them. */
int sr_framebuffer_samples(const sr_gl *gl);
/* Inspects the framebuffer. */
void sr_framebuffer_inspect(const sr_gl *gl, sr_framebuffer *info);
/* Does the same without the size of the window's surface. */
void sr_framebuffer_inspect_but_size(const sr_gl *gl, sr_framebuffer *info);
/* Returns the size of the largest rectangle that the driver can render, and so read. */
void sr_framebuffer_limits(const sr_gl *gl, int *width_px, int *height_px);

#endif
