/* The format of the colour buffer that is selected for reading. */
#ifndef SR_FRAMEBUFFER_FORMAT_H
#define SR_FRAMEBUFFER_FORMAT_H

#include "sr_gl.h"

/* The kind of values in a colour buffer. */
typedef enum sr_values {
    SR_VALUES_NORMALIZED = 0, /* glReadPixels converts them to bytes */
    SR_VALUES_FLOAT = 1,      /* the same in desktop GL; in GLES only a copy can be read as bytes */
    SR_VALUES_INTEGER = 2,    /* they are no colours and cannot be recorded */
    SR_VALUES_SIGNED = 3,     /* normalized, from -1 to 1; otherwise as FLOAT */
} sr_values;

/* What a texture is made of, and how GLES has its pixels uploaded. */
typedef struct sr_texels {
    sr_glenum internal_format; /* 0 if we do not know the format */
    sr_glenum pixel_format, pixel_type;
} sr_texels;

extern const sr_texels sr_texels_rgba8, sr_texels_srgb8_alpha8;

/* Where GL cannot be asked, this is normalized, linear and RGBA8. */
typedef struct sr_colour_format {
    sr_values values;
    bool srgb;
    sr_texels texels;
} sr_colour_format;

/* Asks for the format of the buffer that is selected for reading. The framebuffer must be complete. */
void sr_framebuffer_format(const sr_gl *gl, sr_colour_format *format);
/* Returns whether only a copy of such a buffer can be read as bytes, however many samples it has. */
bool sr_framebuffer_format_needs_copy(const sr_gl *gl, const sr_colour_format *format);

#endif
