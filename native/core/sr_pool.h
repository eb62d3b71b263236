/* The pool: all memory that ever holds a frame of ours, and who holds it.
 *
 *   sr_pool ── one per recording: counters and events; lives until its last slab is gone
 *     └─ sr_slab ── one generation of equally large slots (a resize that grows starts a new one)
 *          └─ sr_slot ── one frame of page-aligned memory and its state word
 *
 *   A READ slot:   FREE ──claim──> READING ──read──> READY ──lend──> LENT ──last holder──> FREE
 *                   render thread    render thread    encoder thread   GStreamer's threads
 *                                                     or, where the frame is converted into a PLANES slot,
 *                                                     ──converted──> FREE
 *                                                       encoder thread
 *   A PLANES slot: FREE ──claim──> FILLING ──lend──> LENT ──last holder──> FREE
 *                   encoder thread   encoder thread   GStreamer's threads
 *
 * The two sets are slabs of their own, so that full READ slots cannot starve the conversion. The states that come
 * before LENT are set from Java (see Slot.java); LENT and the way back to FREE are set here.
 * Nothing here ever enters the JVM, so a slot may come back on any thread, also after the JVM has gone.
 */
#ifndef SR_POOL_H
#define SR_POOL_H

#include "sr_event.h"

#include <stdalign.h>
#include <stddef.h>

enum { SR_CACHE_LINE = 64 };

enum sr_slot_state { SR_FREE = 0, SR_READING = 1, SR_READY = 2, SR_LENT = 3, SR_FILLING = 4 };

/* Shared with Java, which asks for the offsets. */
typedef struct sr_pool_control {
    alignas(SR_CACHE_LINE) sr_event released;         /* a slot is free again */
    alignas(SR_CACHE_LINE) sr_event queued;           /* the render thread has queued a frame */
    alignas(SR_CACHE_LINE) _Atomic int64_t delivered; /* frames that GStreamer has consumed */
    _Atomic int64_t lost;                             /* frames that came back while discarding, or were refused */
    _Atomic int64_t mapped_bytes;                     /* memory of all slabs */
    _Atomic uint32_t discarding;                      /* set after a failure: what comes back was not encoded */
} sr_pool_control;

typedef struct sr_pool sr_pool;
typedef struct sr_slab sr_slab;

typedef struct sr_slot {
    alignas(SR_CACHE_LINE) _Atomic uint32_t state; /* first, so that Java finds it at index * sizeof(sr_slot) */
    _Atomic uint32_t holders;                      /* of a LENT slot: GstMemories around it, and the keeper */
    _Atomic uint32_t counted_lost;                 /* how its last frame was counted when it came back */
    sr_slab *slab;
    void *pixels;
} sr_slot;

/* NULL when there is no memory. */
sr_pool *sr_pool_create(void);
sr_pool_control *sr_pool_get_control(sr_pool *pool);
/* The recording lets go: the pool goes with its last slab. */
void sr_pool_retire(sr_pool *pool);

/* `slot_count` slots of `slot_bytes` each, rounded up to pages; NULL when there is no memory. */
sr_slab *sr_slab_create(sr_pool *pool, uint32_t slot_count, size_t slot_bytes);
/* The same for slots that get their memory from the GL driver, through whoever reads into them: it counts as well. */
sr_slab *sr_slab_create_for_driver(sr_pool *pool, uint32_t slot_count, size_t slot_bytes);
sr_slot *sr_slab_slots(sr_slab *slab);
/* One user more, who ends by sr_slab_retire. Only by a user. */
void sr_slab_retain(sr_slab *slab);
/* A user lets go, with no slot READING, READY or FILLING: the memory goes with the last one, and the last LENT slot. */
void sr_slab_retire(sr_slab *slab);

/* READY or FILLING -> LENT with `holders` holders, each of which ends by one sr_slot_release_*. */
void sr_slot_lend(sr_slot *slot, uint32_t holders);
/* A GDestroyNotify: GStreamer has freed the memory around a frame; counted as delivered, or lost when discarding. */
void sr_slot_release_frame(void *slot);
/* One holder more of a LENT slot. Only by a holder. */
void sr_slot_add_hold(sr_slot *slot);
/* A GDestroyNotify for whoever held a frame that was counted already: the keeper, and a repeated frame. */
void sr_slot_release_hold(void *slot);
/* The frame that has just come back from `slot` was in truth refused. Only by who lends, before it lends again. */
void sr_slot_recount_refused(sr_slot *slot);

#endif
