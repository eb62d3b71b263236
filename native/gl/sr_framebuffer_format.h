/* What the colour buffer that is read from holds. */
#ifndef SR_FRAMEBUFFER_FORMAT_H
#define SR_FRAMEBUFFER_FORMAT_H

#include "sr_gl.h"

/* What a colour buffer holds. */
typedef enum sr_values {
    SR_VALUES_NORMALIZED = 0, /* glReadPixels gives bytes of it */
    SR_VALUES_FLOAT = 1,      /* so too in desktop GL; in GLES only a copy can be read as bytes */
    SR_VALUES_INTEGER = 2,    /* no colours: cannot be recorded */
} sr_values;

/* Of the buffer that is selected for reading; normalized, linear and RGBA8 where GL cannot be asked. */
typedef struct sr_colour_format {
    sr_values values;
    bool srgb;
    sr_glenum internal_format; /* 0: none that we know */
} sr_colour_format;

/* Only of a complete framebuffer. */
void sr_framebuffer_format(const sr_gl *gl, sr_colour_format *format);

#endif
