/* What is known of the read framebuffer before anything is read from it. */
#ifndef SR_FRAMEBUFFER_H
#define SR_FRAMEBUFFER_H

#include "sr_gl.h"

/* What a colour buffer holds. */
typedef enum sr_values {
    SR_VALUES_NORMALIZED = 0, /* glReadPixels gives bytes of it */
    SR_VALUES_FLOAT = 1,      /* so too in desktop GL; in GLES only a copy can be read as bytes */
    SR_VALUES_INTEGER = 2,    /* no colours: cannot be recorded */
} sr_values;

/* Also the layout of the int[] that Java receives. */
typedef struct sr_framebuffer {
    int name;                 /* 0 is the window's or the surface's own */
    int complete;             /* it can be read: complete, and with a read buffer */
    int samples;              /* of an FBO: 0 or 1 when it can be read without a resolve */
    int width_px, height_px;  /* 0 when the driver cannot tell */
    int rgba_first;           /* the driver's own order of reading is RGBA */
    int values;               /* an sr_values */
} sr_framebuffer;

/* Of the buffer that is selected for reading; normalized, linear and RGBA8 where GL cannot be asked. */
typedef struct sr_colour_format {
    sr_values values;
    bool srgb;
    sr_glenum internal_format; /* 0: none that we know */
} sr_colour_format;

int sr_framebuffer_name(const sr_gl *gl);
/* Only of a complete one. */
void sr_framebuffer_format(const sr_gl *gl, sr_colour_format *format);
/* Of the window's too, though reading that resolves it. */
int sr_framebuffer_samples(const sr_gl *gl);
void sr_framebuffer_inspect(const sr_gl *gl, sr_framebuffer *info);
/* The largest rectangle the driver can render, hence read. */
void sr_framebuffer_limits(const sr_gl *gl, int *width_px, int *height_px);

#endif
