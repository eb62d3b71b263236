/* Reading a source into a slot's memory or a pixel-pack buffer, leaving the application's GL state as it was. */
#ifndef SR_READBACK_H
#define SR_READBACK_H

#include "sr_source.h"

typedef enum sr_read_status {
    SR_READ_OK = 0,
    SR_READ_OTHER_CONTEXT = 1,     /* not the context that `gl` was resolved for; nothing was called */
    SR_READ_OTHER_FRAMEBUFFER = 2, /* not the one that was inspected; nothing was read */
    SR_READ_FAILED = 3,            /* the driver did not make what was to be read; nothing was read */
} sr_read_status;

/* How the pixels come into the slot. */
typedef enum sr_source_kind {
    SR_SOURCE_BOTTOM_UP = 0, /* as GL has them: the lowest row first */
    SR_SOURCE_INVERTED = 1,  /* the right way up, turned by the driver: needs sr_gl.pack_invert */
    SR_SOURCE_RESOLVED = 2,  /* bottom-up, of what glReadPixels cannot read: multisampled, or floats in GLES */
    SR_SOURCE_FLIPPED = 3,   /* the right way up, turned by a blit; also of what glReadPixels cannot read */
    /* The right way up as planes in limited range, made by a shader; the area's format does not matter: */
    SR_SOURCE_I420_601 = 4,
    SR_SOURCE_I420_709 = 5,
    SR_SOURCE_NV12_601 = 6,
    SR_SOURCE_NV12_709 = 7,
} sr_source_kind;

typedef struct sr_reader {
    const sr_gl *gl;
    int framebuffer; /* which must still be bound for reading */
    bool invert;     /* see sr_pack_read */
    sr_source *source;
} sr_reader;

/* Of the framebuffer that is bound for reading; false when the driver cannot make that source, or has no memory. */
bool sr_reader_open(sr_reader *reader, const sr_gl *gl, const sr_area *area, sr_source_kind kind);
/* With the context current that it was opened in. */
void sr_reader_close(sr_reader *reader);

/* Into memory when `buffer` is 0, else at an offset into that buffer: see sr_pack_read. */
sr_read_status sr_reader_read(const sr_reader *reader, unsigned int buffer, void *destination);

#endif
