/* Counts events; threads can sleep until the next event or a deadline. Any thread may call these functions.
 *
 * Java also reads `count`. A signal costs one atomic add while no thread sleeps.
 */
#ifndef SR_EVENT_H
#define SR_EVENT_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct sr_event {
    _Atomic uint32_t count; /* the number of signals, modulo 2^32 */
    _Atomic uint32_t sleepers;
} sr_event;

/* Adds one to the count and wakes every sleeper. */
void sr_event_signal(sr_event *event);

/* Sleeps while the count is still `seen`, at most `timeout_ns`. Returns true if the count has changed. */
bool sr_event_await(sr_event *event, uint32_t seen, int64_t timeout_ns);

/* Sleeps as sr_event_await does, for a thread that will look again soon. A signal does not wake it, and so stays one
 * atomic add. */
void sr_event_nap(sr_event *event, uint32_t seen, int64_t nap_ns);

/* Wakes every sleeper, and ends the naps too. */
void sr_event_wake(sr_event *event);

#endif
