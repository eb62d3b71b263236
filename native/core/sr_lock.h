/* A lock for moments. ISO C's own is not on every system. */
#ifndef SR_LOCK_H
#define SR_LOCK_H

#include <stdatomic.h>
#include <stdint.h>

typedef struct sr_lock {
    _Atomic uint32_t state; /* 0: free, 1: held, 2: held, and threads may be asleep */
} sr_lock;

void sr_lock_take(sr_lock *lock);
void sr_lock_give(sr_lock *lock);

#endif
