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

typedef struct sr_slot {
    alignas(SR_CACHE_LINE) _Atomic uint32_t state; /* first, so that Java finds it at index * sizeof(sr_slot) */
    _Atomic uint32_t holders;                      /* of a LENT slot: GstMemories around it, and the keeper */
    _Atomic uint32_t counted_lost;                 /* how its last frame was counted when it came back */
    struct sr_slab *slab;
    void *pixels;
} sr_slot;

/* READY or FILLING -> LENT with `holders` holders, each of which ends by one sr_slot_release_*. */
void sr_slot_lend(sr_slot *slot, uint32_t holders);
/* A GDestroyNotify: GStreamer has freed the memory around a frame, which counts as delivered, or lost when discarding.
 */
void sr_slot_release_frame(void *slot);
/* One more holder of a LENT slot. Only a holder may call this. */
void sr_slot_add_hold(sr_slot *slot);
/* A GDestroyNotify for a holder whose frame has been counted already: the keeper, and a repeated frame. */
void sr_slot_release_hold(void *slot);
/* The frame that has just come back from `slot` was in fact refused. Only the lender may call this, and before it lends
 * the slot again. */
void sr_slot_recount_refused(sr_slot *slot);

#endif
