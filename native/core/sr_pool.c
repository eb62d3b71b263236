#include "sr_pool.h"

#include "sr_os.h"

struct sr_pool {
    sr_pool_control control;
    _Atomic uint32_t references; /* the recording and every slab */
};

struct sr_slab {
    sr_pool *pool;
    void *memory; /* NULL when it is the driver's */
    size_t memory_bytes;
    _Atomic uint32_t references; /* its users and every LENT slot */
    uint32_t slot_count;
    sr_slot slots[];
};

static void *allocate_lines(size_t size_bytes) {
    size_t rounded = (size_bytes + SR_CACHE_LINE - 1) / SR_CACHE_LINE * SR_CACHE_LINE;
    return sr_os_allocate_aligned(SR_CACHE_LINE, rounded);
}

static size_t round_to_pages(size_t size_bytes) {
    size_t page = sr_os_page_bytes();
    return (size_bytes + page - 1) / page * page;
}

static void pool_unref(sr_pool *pool) {
    if (atomic_fetch_sub(&pool->references, 1) == 1)
        sr_os_free_aligned(pool);
}

static void slab_unref(sr_slab *slab) {
    if (atomic_fetch_sub(&slab->references, 1) != 1)
        return;
    sr_pool *pool = slab->pool;
    if (slab->memory != NULL)
        sr_os_unmap_pages(slab->memory, slab->memory_bytes);
    atomic_fetch_sub(&pool->control.mapped_bytes, (int64_t)slab->memory_bytes);
    sr_event_signal(&pool->control.released); /* whoever waits for memory to grow into */
    sr_os_free_aligned(slab);
    pool_unref(pool);
}

sr_pool *sr_pool_create(void) {
    sr_pool *pool = allocate_lines(sizeof *pool);
    if (pool == NULL)
        return NULL;
    *pool = (sr_pool){.references = 1};
    return pool;
}

sr_pool_control *sr_pool_get_control(sr_pool *pool) {
    return &pool->control;
}

void sr_pool_retire(sr_pool *pool) {
    pool_unref(pool);
}

static void slab_lay_out(sr_slab *slab, size_t slot_bytes) {
    for (uint32_t i = 0; i < slab->slot_count; i++) {
        void *pixels = slab->memory == NULL ? NULL : (char *)slab->memory + i * slot_bytes;
        slab->slots[i] = (sr_slot){.slab = slab, .pixels = pixels};
    }
}

/* False when there is none; `memory_bytes` of it, page-aligned. */
static bool slab_map(sr_slab *slab) {
    slab->memory = sr_os_map_pages(slab->memory_bytes);
    return slab->memory != NULL;
}

/* Without memory as yet. */
static sr_slab *slab_allocate(uint32_t slot_count, size_t slot_bytes) {
    if (slot_count == 0 || slot_bytes > SIZE_MAX / slot_count)
        return NULL;
    sr_slab *slab = allocate_lines(sizeof *slab + slot_count * sizeof(sr_slot));
    if (slab != NULL)
        *slab = (sr_slab){.memory_bytes = slot_bytes * slot_count, .references = 1, .slot_count = slot_count};
    return slab;
}

static sr_slab *slab_join(sr_slab *slab, sr_pool *pool) {
    slab->pool = pool;
    slab_lay_out(slab, slab->memory_bytes / slab->slot_count);
    atomic_fetch_add(&pool->references, 1);
    atomic_fetch_add(&pool->control.mapped_bytes, (int64_t)slab->memory_bytes);
    return slab;
}

sr_slab *sr_slab_create(sr_pool *pool, uint32_t slot_count, size_t slot_bytes) {
    sr_slab *slab = slab_allocate(slot_count, round_to_pages(slot_bytes));
    if (slab != NULL && !slab_map(slab)) {
        sr_os_free_aligned(slab);
        return NULL;
    }
    return slab == NULL ? NULL : slab_join(slab, pool);
}

sr_slab *sr_slab_create_for_driver(sr_pool *pool, uint32_t slot_count, size_t slot_bytes) {
    sr_slab *slab = slab_allocate(slot_count, round_to_pages(slot_bytes));
    return slab == NULL ? NULL : slab_join(slab, pool);
}

sr_slot *sr_slab_slots(sr_slab *slab) {
    return slab->slots;
}

void sr_slab_retain(sr_slab *slab) {
    atomic_fetch_add(&slab->references, 1);
}

void sr_slab_retire(sr_slab *slab) {
    slab_unref(slab);
}

void sr_slot_lend(sr_slot *slot, uint32_t holders) {
    atomic_fetch_add(&slot->slab->references, 1);
    atomic_store(&slot->holders, holders);
    atomic_store(&slot->state, SR_LENT);
}

void sr_slot_add_hold(sr_slot *slot) {
    atomic_fetch_add(&slot->holders, 1);
}

void sr_slot_release_hold(void *data) {
    sr_slot *slot = data;
    sr_slab *slab = slot->slab;
    if (atomic_fetch_sub(&slot->holders, 1) != 1)
        return;
    sr_pool *pool = slab->pool;
    atomic_store(&slot->state, SR_FREE);
    sr_event_signal(&pool->control.released);
    slab_unref(slab); /* last: it may take slot, slab and pool with it */
}

void sr_slot_release_frame(void *data) {
    sr_slot *slot = data;
    sr_pool_control *control = &slot->slab->pool->control;
    uint32_t lost = atomic_load(&control->discarding);
    atomic_store(&slot->counted_lost, lost);
    atomic_fetch_add(lost ? &control->lost : &control->delivered, 1);
    sr_slot_release_hold(slot);
}

void sr_slot_recount_refused(sr_slot *slot) {
    sr_pool_control *control = &slot->slab->pool->control;
    if (atomic_load(&slot->counted_lost))
        return;
    /* In this order, and read in the other: a reader sees the frame in flight for a moment, never twice. */
    atomic_fetch_sub(&control->delivered, 1);
    atomic_fetch_add(&control->lost, 1);
}
