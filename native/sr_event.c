#include "sr_event.h"

#include <limits.h>
#include <linux/futex.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { NS_PER_S = 1000000000 };

static void futex_wake_all(sr_event *event) {
    syscall(SYS_futex, &event->count, FUTEX_WAKE_PRIVATE, INT_MAX, NULL, NULL, 0);
}

static void futex_wait(sr_event *event, uint32_t seen, int64_t timeout_ns) {
    struct timespec timeout = {.tv_sec = timeout_ns / NS_PER_S, .tv_nsec = timeout_ns % NS_PER_S};
    syscall(SYS_futex, &event->count, FUTEX_WAIT_PRIVATE, seen, &timeout, NULL, 0);
}

static int64_t now_ns(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * NS_PER_S + now.tv_nsec;
}

void sr_event_signal(sr_event *event) {
    atomic_fetch_add(&event->count, 1);
    if (atomic_load(&event->sleepers) != 0)
        futex_wake_all(event);
}

static int64_t deadline_in(int64_t timeout_ns) {
    int64_t start_ns = now_ns();
    return timeout_ns < INT64_MAX - start_ns ? start_ns + timeout_ns : INT64_MAX;
}

bool sr_event_await(sr_event *event, uint32_t seen, int64_t timeout_ns) {
    int64_t deadline_ns = deadline_in(timeout_ns);
    atomic_fetch_add(&event->sleepers, 1);
    /* The loop takes care of interrupted and spurious returns. */
    while (atomic_load(&event->count) == seen) {
        int64_t left_ns = deadline_ns - now_ns();
        if (left_ns <= 0)
            break;
        futex_wait(event, seen, left_ns);
    }
    atomic_fetch_sub(&event->sleepers, 1);
    return atomic_load(&event->count) != seen;
}

void sr_event_nap(sr_event *event, uint32_t seen, int64_t nap_ns) {
    futex_wait(event, seen, nap_ns);
}

void sr_event_wake(sr_event *event) {
    atomic_fetch_add(&event->count, 1);
    futex_wake_all(event);
}
