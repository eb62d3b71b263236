/* What is known of the selected framebuffer before anything is read from it. */
#ifndef SR_FRAMEBUFFER_H
#define SR_FRAMEBUFFER_H

#include "sr_framebuffer_format.h"

/* Also the layout of the int[] that Java receives. */
typedef struct sr_framebuffer {
    int name;                /* 0 is the window's or the surface's own */
    int complete;            /* it can be read: complete, and with a read buffer */
    int samples;             /* of an FBO: 0 or 1 when it can be read without a resolve */
    int width_px, height_px; /* 0 when the driver cannot tell */
    int rgba_first;          /* the driver's own order of reading is RGBA */
    int values;              /* an sr_values */
    int srgb;                /* the values are encoded */
    int internal_format;     /* 0: none that we know */
} sr_framebuffer;

/* Of the window's too, though reading that resolves it. */
int sr_framebuffer_samples(const sr_gl *gl);
void sr_framebuffer_inspect(const sr_gl *gl, sr_framebuffer *info);
/* The same without the size of the window's surface. */
void sr_framebuffer_inspect_but_size(const sr_gl *gl, sr_framebuffer *info);
/* Returns the largest rectangle that the driver can render, hence read. */
void sr_framebuffer_limits(const sr_gl *gl, int *width_px, int *height_px);

#endif
