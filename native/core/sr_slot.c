#include "sr_slot.h"

#include "sr_slab.h"

#include <assert.h>
#include <stddef.h>

static_assert(sizeof(sr_slot_shared) == SR_CACHE_LINE, "a slot's shared part is one cache line");
static_assert(offsetof(sr_slot_shared, pts_ns) == 16 && offsetof(sr_slot_shared, offset_bytes) == 32 &&
                  offsetof(sr_slot_shared, bottom_up) == 56,
              "the shared part is laid out as sr_slot.h draws it");

static sr_pool_control *control_of(const sr_slot *slot) {
    return sr_pool_get_control(sr_slab_pool(slot->slab));
}

void sr_slot_lend(sr_slot *slot, uint32_t holders) {
    sr_slab_retain(slot->slab);
    atomic_store(&slot->shared->holders, holders);
    atomic_store(&slot->shared->state, SR_LENT);
}

void sr_slot_add_hold(sr_slot *slot) {
    atomic_fetch_add(&slot->shared->holders, 1);
}

void sr_slot_release_hold(void *data) {
    sr_slot *slot = data;
    sr_slab *slab = slot->slab;
    if (atomic_fetch_sub(&slot->shared->holders, 1) != 1)
        return;
    sr_pool_control *control = control_of(slot);
    atomic_store(&slot->shared->state, SR_FREE);
    sr_event_signal(&control->released);
    sr_slab_retire(slab); /* last: it may take slot, slab and pool with it */
}

void sr_slot_release_frame(void *data) {
    sr_slot *slot = data;
    sr_pool_control *control = control_of(slot);
    uint32_t lost = atomic_load(&control->discarding);
    atomic_store(&slot->shared->counted_lost, lost);
    atomic_fetch_add(lost ? &control->lost : &control->delivered, 1);
    sr_slot_release_hold(slot);
}

void sr_slot_recount_refused(sr_slot *slot) {
    sr_pool_control *control = control_of(slot);
    if (atomic_load(&slot->shared->counted_lost))
        return;
    /* In this order, and read in the other: a reader sees the frame in flight for a moment, never twice. */
    atomic_fetch_sub(&control->delivered, 1);
    atomic_fetch_add(&control->lost, 1);
}
