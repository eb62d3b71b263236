#include "sr_pool.h"

struct sr_pool {
    sr_pool_control control;
    _Atomic uint32_t references; /* the recording and every slab */
};

sr_pool *sr_pool_create(void) {
    sr_pool *pool = sr_allocate_lines(sizeof *pool);
    if (pool != NULL)
        *pool = (sr_pool){.references = 1};
    return pool;
}

sr_pool_control *sr_pool_get_control(sr_pool *pool) {
    return &pool->control;
}

void sr_pool_retain(sr_pool *pool) {
    atomic_fetch_add(&pool->references, 1);
}

void sr_pool_retire(sr_pool *pool) {
    if (atomic_fetch_sub(&pool->references, 1) == 1)
        sr_free_lines(pool);
}
