/* A slot: page-aligned memory for one frame, and the word that says whose it is.
 *
 *   A READ slot:   FREE ──claim──> READING ──read──> READY ──lend──> LENT ──last holder──> FREE
 *                   render thread    render thread    encoder thread   GStreamer's threads
 *                                                     or, where the frame is converted into a PLANES slot,
 *                                                     ──converted──> FREE
 *                                                       encoder thread
 *   A PLANES slot: FREE ──claim──> FILLING ──lend──> LENT ──last holder──> FREE
 *                   encoder thread   encoder thread   GStreamer's threads
 *
 * READ and PLANES slots are in slabs of their own, so that full READ slots cannot starve the conversion. The states
 * that come before LENT are set from Java (see Slot.java); LENT and the way back to FREE are set here.
 * Nothing here ever enters the JVM, so a slot may come back on any thread, even after the JVM has gone.
 */
#ifndef SR_SLOT_H
#define SR_SLOT_H

#include "sr_cache_line.h"

#include <stdatomic.h>
#include <stdint.h>

enum sr_slot_state { SR_FREE = 0, SR_READING = 1, SR_READY = 2, SR_LENT = 3, SR_FILLING = 4 };

/* What another process may know of a slot: fixed-width words on a cache line of their own, and no pointer.
 *
 *      0        4        8        12       16       20       24       28       32
 *      +--------+--------+--------+--------+-----------------+-----------------+
 *    0 | state  | holders| counted| format |     pts_ns      |   duration_ns   |
 *      |        |        |  _lost |        |                 |                 |
 *      +--------+--------+--------+--------+-----------------+-----------------+
 *   32 |   offset_bytes  |    size_bytes   | width  | height | bottom | unused |
 *      |                 |                 |  _px   |  _px   |  _up   |        |
 *      +-----------------+-----------------+--------+--------+--------+--------+
 *
 * The slab writes offset_bytes. Whoever has claimed the slot writes what is in it, from Java: format (an sr_format_id),
 * the times, the size and the order of rows. The words go along with the state: setting READY publishes them.
 */
typedef struct sr_slot_shared {
    alignas(SR_CACHE_LINE) _Atomic uint32_t state;
    _Atomic uint32_t holders;      /* of a LENT slot: GstMemories around it, and the keeper */
    _Atomic uint32_t counted_lost; /* how its last frame was counted when it came back */
    uint32_t format;
    int64_t pts_ns, duration_ns;
    uint64_t offset_bytes; /* of the pixels in the slab's memory; 0 where that is the driver's */
    uint64_t size_bytes;   /* of the picture */
    uint32_t width_px, height_px;
    uint32_t bottom_up; /* 1: the lowest row comes first, as GL has it; else 0 */
    uint32_t unused;
} sr_slot_shared;

/* The part of a slot that only this process knows. */
typedef struct sr_slot {
    alignas(SR_CACHE_LINE) sr_slot_shared *shared;
    struct sr_slab *slab;
    void *pixels; /* page-aligned; of a driver's slab, where the driver has mapped them */
} sr_slot;

/* READY or FILLING -> LENT with `holders` holders, each of which ends by one sr_slot_release_*. */
void sr_slot_lend(sr_slot *slot, uint32_t holders);
/* A GDestroyNotify: GStreamer has freed the memory around a frame, which counts as delivered, or lost when discarding.
 */
void sr_slot_release_frame(void *slot);
/* Adds a holder of a LENT slot. Only a holder may call this. */
void sr_slot_add_hold(sr_slot *slot);
/* A GDestroyNotify for a holder whose frame has been counted already: the keeper, and a repeated frame. */
void sr_slot_release_hold(void *slot);
/* The frame that has just come back from `slot` was in fact refused. Only the lender may call this, and before it lends
 * the slot again. */
void sr_slot_recount_refused(sr_slot *slot);

#endif
