/* A pool holds the counters and events for all the frame memory of one recording.
 *
 *   sr_pool ── one for each recording; lives until its last slab is gone
 *     └─ sr_slab ── one generation of equally large slots (sr_slab.h)
 *          └─ sr_slot ── the memory of one frame, and its state (sr_slot.h)
 */
#ifndef SR_POOL_H
#define SR_POOL_H

#include "sr_cache_line.h"
#include "sr_event.h"

/* Java reads these members too, and asks for their offsets. */
typedef struct sr_pool_control {
    alignas(SR_CACHE_LINE) sr_event released;         /* a slot is free again */
    alignas(SR_CACHE_LINE) sr_event queued;           /* the render thread has queued a frame */
    alignas(SR_CACHE_LINE) _Atomic int64_t delivered; /* frames that GStreamer has consumed */
    _Atomic int64_t lost;                             /* frames that came back while discarding, or were refused */
    _Atomic int64_t mapped_bytes;                     /* the memory of all slabs */
    _Atomic uint32_t discarding;                      /* set after a failure: frames that come back were not encoded */
} sr_pool_control;

typedef struct sr_pool sr_pool;

/* Creates a pool with one reference. Returns NULL if there is no memory. */
sr_pool *sr_pool_create(void);
sr_pool_control *sr_pool_get_control(sr_pool *pool);
/* Adds a reference. The recording holds the first one, and each slab holds one. */
void sr_pool_retain(sr_pool *pool);
/* Drops one reference. The last one frees the pool. */
void sr_pool_retire(sr_pool *pool);

#endif
