#include "sr_lock.h"

#include "sr_os.h"

enum { FREE, HELD, AWAITED };

static const int64_t LOOK_NS = 1000000000;

void sr_lock_take(sr_lock *lock) {
    uint32_t seen = FREE;
    if (atomic_compare_exchange_strong(&lock->state, &seen, HELD))
        return;
    while (atomic_exchange(&lock->state, AWAITED) != FREE)
        sr_os_wait(&lock->state, AWAITED, LOOK_NS);
}

/* More than one thread wakes; all but one sleep again. */
void sr_lock_give(sr_lock *lock) {
    if (atomic_exchange(&lock->state, FREE) == AWAITED)
        sr_os_wake_all(&lock->state);
}
