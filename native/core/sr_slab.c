#include "sr_slab.h"

#include "sr_os.h"

struct sr_slab {
    sr_pool *pool;
    void *memory; /* NULL when it is the driver's */
    size_t memory_bytes;
    _Atomic uint32_t references; /* its users and every LENT slot */
    uint32_t slot_count;
    sr_slot_shared *shared; /* a block of its own, for it holds no pointer */
    sr_slot slots[];
};

static size_t round_to_pages(size_t size_bytes) {
    size_t page = sr_os_page_bytes();
    return (size_bytes + page - 1) / page * page;
}

static void lay_out(sr_slab *slab, size_t slot_bytes) {
    for (uint32_t i = 0; i < slab->slot_count; i++) {
        void *pixels = slab->memory == NULL ? NULL : (char *)slab->memory + i * slot_bytes;
        slab->slots[i] = (sr_slot){.shared = &slab->shared[i], .slab = slab, .pixels = pixels};
        slab->shared[i] = (sr_slot_shared){.offset_bytes = slab->memory == NULL ? 0 : i * slot_bytes};
    }
}

static void free_slab(sr_slab *slab) {
    sr_free_lines(slab->shared);
    sr_free_lines(slab);
}

/* Without memory for pixels as yet. */
static sr_slab *allocate(uint32_t slot_count, size_t slot_bytes) {
    if (slot_count == 0 || slot_bytes > SIZE_MAX / slot_count)
        return NULL;
    sr_slab *slab = sr_allocate_lines(sizeof *slab + slot_count * sizeof(sr_slot));
    if (slab == NULL)
        return NULL;
    *slab = (sr_slab){.memory_bytes = slot_bytes * slot_count, .references = 1, .slot_count = slot_count};
    slab->shared = sr_allocate_lines(slot_count * sizeof(sr_slot_shared));
    if (slab->shared != NULL)
        return slab;
    free_slab(slab);
    return NULL;
}

static sr_slab *join(sr_slab *slab, sr_pool *pool) {
    slab->pool = pool;
    lay_out(slab, slab->memory_bytes / slab->slot_count);
    sr_pool_retain(pool);
    atomic_fetch_add(&sr_pool_get_control(pool)->mapped_bytes, (int64_t)slab->memory_bytes);
    return slab;
}

sr_slab *sr_slab_create(sr_pool *pool, uint32_t slot_count, size_t slot_bytes) {
    sr_slab *slab = allocate(slot_count, round_to_pages(slot_bytes));
    if (slab == NULL)
        return NULL;
    slab->memory = sr_os_map_pages(slab->memory_bytes);
    if (slab->memory == NULL) {
        free_slab(slab);
        return NULL;
    }
    return join(slab, pool);
}

sr_slab *sr_slab_create_for_driver(sr_pool *pool, uint32_t slot_count, size_t slot_bytes) {
    sr_slab *slab = allocate(slot_count, round_to_pages(slot_bytes));
    return slab == NULL ? NULL : join(slab, pool);
}

sr_slot *sr_slab_slots(sr_slab *slab) {
    return slab->slots;
}

sr_slot_shared *sr_slab_shared(sr_slab *slab) {
    return slab->shared;
}

sr_pool *sr_slab_pool(const sr_slab *slab) {
    return slab->pool;
}

void sr_slab_populate(sr_slab *slab, uint32_t slot_count) {
    size_t slot_bytes = slab->memory_bytes / slab->slot_count;
    uint32_t count = slot_count < slab->slot_count ? slot_count : slab->slot_count;
    if (slab->memory != NULL)
        sr_os_populate_pages(slab->memory, count * slot_bytes);
}

void sr_slab_retain(sr_slab *slab) {
    atomic_fetch_add(&slab->references, 1);
}

/* The mapping goes back to the system, on the thread of whoever was the last to hold the slab. */
static void give_back(sr_slab *slab) {
    sr_pool *pool = slab->pool;
    sr_pool_control *control = sr_pool_get_control(pool);
    if (slab->memory != NULL)
        sr_os_unmap_pages(slab->memory, slab->memory_bytes);
    atomic_fetch_sub(&control->mapped_bytes, (int64_t)slab->memory_bytes);
    sr_event_signal(&control->released); /* somebody may wait for memory to grow into */
    free_slab(slab);
    sr_pool_retire(pool);
}

void sr_slab_retire(sr_slab *slab) {
    if (atomic_fetch_sub(&slab->references, 1) == 1)
        give_back(slab);
}
