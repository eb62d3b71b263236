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
    SR_SOURCE_PLANES = 4,    /* the right way up as planes, made by a shader; also of what glReadPixels cannot read */
} sr_source_kind;

/* One source, for framebuffers of one kind: as many samples, the same values and internal format. Which framebuffer is
 * to be read comes with each read. */
typedef struct sr_reader {
    const sr_gl *gl;
    bool invert; /* see sr_pack_read */
    sr_source *source;
} sr_reader;

/* For framebuffers like the one that is bound for reading; false when the driver cannot make that source, or has no
 * memory. The colour matters only for planes. */
bool sr_reader_open(sr_reader *reader, const sr_gl *gl, const sr_area *area, sr_source_kind kind, sr_colour colour);
/* With the context current that it was opened in. */
void sr_reader_close(sr_reader *reader);

/* From `framebuffer`, which must be bound for reading and which the caller has inspected. Into memory when `buffer` is
 * 0, else at an offset into that buffer: see sr_pack_read. */
sr_read_status sr_reader_read(const sr_reader *reader, int framebuffer, unsigned int buffer, void *destination);

#endif
