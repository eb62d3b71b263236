#include "sr_event.h"

#include "sr_os.h"

void sr_event_signal(sr_event *event) {
    atomic_fetch_add(&event->count, 1);
    if (atomic_load(&event->sleepers) != 0)
        sr_os_wake_all(&event->count);
}

static int64_t deadline_in(int64_t timeout_ns) {
    int64_t start_ns = sr_os_now_ns();
    return timeout_ns < INT64_MAX - start_ns ? start_ns + timeout_ns : INT64_MAX;
}

bool sr_event_await(sr_event *event, uint32_t seen, int64_t timeout_ns) {
    int64_t deadline_ns = deadline_in(timeout_ns);
    atomic_fetch_add(&event->sleepers, 1);
    /* The loop takes care of interrupted and spurious returns. */
    while (atomic_load(&event->count) == seen) {
        int64_t left_ns = deadline_ns - sr_os_now_ns();
        if (left_ns <= 0)
            break;
        sr_os_wait(&event->count, seen, left_ns);
    }
    atomic_fetch_sub(&event->sleepers, 1);
    return atomic_load(&event->count) != seen;
}

void sr_event_nap(sr_event *event, uint32_t seen, int64_t nap_ns) {
    sr_os_wait(&event->count, seen, nap_ns);
}

void sr_event_wake(sr_event *event) {
    atomic_fetch_add(&event->count, 1);
    sr_os_wake_all(&event->count);
}
