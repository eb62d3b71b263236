/* A slot is page-aligned memory for one frame, and a state word that gives its owner.
 *
 *   A READ slot:   FREE ──claim──> READING ──read──> READY ──lend──> LENT ──last holder──> FREE
 *                   render thread    render thread    encoder thread   GStreamer's threads
 *                                                     or, if the frame is converted into a PLANES slot,
 *                                                     ──converted──> FREE
 *                                                       encoder thread
 *   A PLANES slot: FREE ──claim──> FILLING ──lend──> LENT ──last holder──> FREE
 *                   encoder thread   encoder thread   GStreamer's threads
 *
 * READ and PLANES slots are in separate slabs, so that full READ slots cannot starve the conversion. Java sets the
 * states before LENT (see Slot.java). The functions here set LENT, and FREE when the last holder ends. They never enter
 * the JVM, so a slot may come back on any thread, even after the JVM has exited.
 */
#ifndef SR_SLOT_H
#define SR_SLOT_H

#include "sr_cache_line.h"

#include <stdatomic.h>
#include <stdint.h>

enum sr_slot_state { SR_FREE = 0, SR_READING = 1, SR_READY = 2, SR_LENT = 3, SR_FILLING = 4 };

/* The part of a slot that another process may share: fixed-width words on a separate cache line, without pointers.
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
 * The slab writes offset_bytes. The thread that has claimed the slot describes the frame, from Java: format (an
 * sr_format_id), the times, the size and the order of rows. Setting the next state publishes these words.
 */
typedef struct sr_slot_shared {
    alignas(SR_CACHE_LINE) _Atomic uint32_t state;
    _Atomic uint32_t holders;      /* the number of holders of a LENT slot: GstMemories around it, and the keeper */
    _Atomic uint32_t counted_lost; /* 1 if its last frame was counted as lost when it came back */
    uint32_t format;
    int64_t pts_ns, duration_ns;
    uint64_t offset_bytes; /* of the pixels in the slab's memory; 0 if the driver owns that memory */
    uint64_t size_bytes;   /* of the picture */
    uint32_t width_px, height_px;
    uint32_t bottom_up; /* 1 if the lowest row comes first, as GL stores it; otherwise 0 */
    uint32_t unused;
} sr_slot_shared;

/* The part of a slot that only this process knows. */
typedef struct sr_slot {
    alignas(SR_CACHE_LINE) sr_slot_shared *shared;
    struct sr_slab *slab;
    void *pixels; /* page-aligned; in a driver's slab, the address at which the driver has mapped them */
} sr_slot;

/* Changes a READY or FILLING slot to LENT with `holders` holders. Each holder calls sr_slot_release_* once. */
void sr_slot_lend(sr_slot *slot, uint32_t holders);
/* Ends the hold of a frame's memory that GStreamer has freed. The frame counts as delivered, or as lost while the pool
 * is discarding. This is a GDestroyNotify. */
void sr_slot_release_frame(void *slot);
/* Adds a holder of a LENT slot. Only a holder may call this. */
void sr_slot_add_hold(sr_slot *slot);
/* Ends a hold whose frame is already counted: the keeper's, or that of a repeated frame. This is a GDestroyNotify. */
void sr_slot_release_hold(void *slot);
/* Counts the frame that has just come back from `slot` as lost, because GStreamer refused it. Only the lender may call
 * this, before it lends the slot again. */
void sr_slot_recount_refused(sr_slot *slot);

#endif
