/* Lists the pixel formats with their numbers in GL and GStreamer. */
#ifndef SR_FORMAT_H
#define SR_FORMAT_H

#include <stdbool.h>

/* Java's PixelFormat has the same order. */
typedef enum sr_format_id { SR_BGRX = 0, SR_RGBX = 1, SR_I420 = 2, SR_NV12 = 3, SR_FORMATS } sr_format_id;

typedef struct sr_format {
    sr_format_id id;
    unsigned int gst_format;         /* the GstVideoFormat */
    unsigned int gl_format, gl_type; /* for glReadPixels; planes are read as the pixels that a shader packs them into */
    unsigned int bytes_per_pixel;    /* of one pixel as glReadPixels reads it */
    bool planar;
} sr_format;

extern const sr_format sr_formats[SR_FORMATS];

#endif
