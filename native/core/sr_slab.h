/* A slab: one generation of equally large slots in one mapping. A resize that needs larger slots starts a new slab.
 *
 * Whoever uses a slab holds a reference, and so does every LENT slot in it. Dropping the last reference
 * unmaps the memory, on any thread, even after the recording has ended.
 */
#ifndef SR_SLAB_H
#define SR_SLAB_H

#include "sr_pool.h"
#include "sr_slot.h"

typedef struct sr_slab sr_slab;

/* Creates `slot_count` slots of `slot_bytes` each, rounded up to pages. Returns NULL if there is no memory. */
sr_slab *sr_slab_create(sr_pool *pool, uint32_t slot_count, size_t slot_bytes);
/* Does the same for slots whose memory the GL driver provides later. That memory is counted too. */
sr_slab *sr_slab_create_for_driver(sr_pool *pool, uint32_t slot_count, size_t slot_bytes);
sr_slot *sr_slab_slots(sr_slab *slab);
/* Returns the shared parts of all slots, one behind the other. */
sr_slot_shared *sr_slab_shared(sr_slab *slab);
sr_pool *sr_slab_pool(const sr_slab *slab);
/* Has the system provide the memory of the first slots before they are written. Nothing happens if it is the driver's.
 */
void sr_slab_populate(sr_slab *slab, uint32_t slot_count);
/* Adds a reference, which sr_slab_retire drops. Only a holder of a reference may call this. */
void sr_slab_retain(sr_slab *slab);
/* Drops one reference. No slot may be READING, READY or FILLING. */
void sr_slab_retire(sr_slab *slab);

#endif
