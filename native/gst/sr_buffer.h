/* The public head of GstMiniObject and GstBuffer, stable ABI since GStreamer 1.0. */
#ifndef SR_BUFFER_H
#define SR_BUFFER_H

#include <stdint.h>

typedef struct sr_buffer {
    uintptr_t type;
    int refcount, lockstate;
    unsigned int flags;
    void *copy, *dispose, *free;
    unsigned int priv_uint;
    void *priv_pointer;
    void *pool;
    uint64_t pts_ns, dts_ns, duration_ns, offset, offset_end;
} sr_buffer;

#endif
