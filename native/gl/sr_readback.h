/* Reads a source into a slot's memory or a pixel-pack buffer, and keeps the application's GL state. */
#ifndef SR_READBACK_H
#define SR_READBACK_H

#include "sr_guards.h"
#include "sr_source.h"

typedef enum sr_read_status {
    SR_READ_OK = 0,
    SR_READ_OTHER_CONTEXT = 1,     /* the context of `gl` is not current; GL was not called */
    SR_READ_OTHER_FRAMEBUFFER = 2, /* the framebuffer is not the one that was inspected; nothing was read */
    SR_READ_FAILED = 3,            /* the driver could not make the source; nothing was read */
} sr_read_status;

/* Names what is read. Java's Source has the same order. */
typedef enum sr_source_kind {
    SR_SOURCE_BOTTOM_UP = 0, /* the lowest row first, as GL stores it */
    SR_SOURCE_INVERTED = 1,  /* upright: the driver inverts the rows, which needs sr_gl.pack_invert */
    SR_SOURCE_RESOLVED = 2,  /* bottom-up, from a copy; needed for multisampling, and for floats in GLES */
    SR_SOURCE_FLIPPED = 3,   /* upright, from a copy that a blit has resolved and flipped */
    SR_SOURCE_PLANES = 4,    /* upright, as planes that a shader has made from a copy */
} sr_source_kind;

/* Reads one source from framebuffers that have the same number of samples, values and internal format. Each read gets
 * the framebuffer as an argument. */
typedef struct sr_reader {
    const sr_gl *gl;
    bool invert; /* see sr_pack_read */
    sr_source *source;
} sr_reader;

/* Where pixels are read to. */
typedef struct sr_destination {
    void *memory;        /* NULL if only the GPU can write there */
    unsigned int buffer; /* the pixel-pack buffer, or 0 */
    size_t size_bytes;   /* SR_BEHIND_BYTES more than the picture if `guards` is set and the source is a copy */
    sr_guards *guards;   /* receives the guards of this read; NULL for a read that needs none */
} sr_destination;

enum { SR_BEHIND_BYTES = 2 * SR_CORNER_BYTES };

/* Opens a reader for framebuffers like the one that is bound for reading. Returns false if the driver cannot make the
 * source, or there is no memory. The colour matters only for planes. */
bool sr_reader_open(sr_reader *reader, const sr_gl *gl, const sr_area *area, sr_source_kind kind, sr_colour colour);
/* Closes the reader. Its GL objects are deleted if the context in which it was opened is current. */
void sr_reader_close(sr_reader *reader);

/* Reads from `framebuffer`, which the caller has inspected and which must be bound for reading. */
sr_read_status sr_reader_read(const sr_reader *reader, int framebuffer, const sr_destination *destination);

#endif
