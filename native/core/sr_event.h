/* An event counter that threads can sleep on: bumped by sr_event_signal, awaited with a deadline.
 *
 * The word `count` is also read from Java. Signalling costs one atomic add while nobody sleeps.
 */
#ifndef SR_EVENT_H
#define SR_EVENT_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct sr_event {
    _Atomic uint32_t count; /* how often it was signalled, modulo 2^32 */
    _Atomic uint32_t sleepers;
} sr_event;

/* Any thread. Wakes every sleeper. */
void sr_event_signal(sr_event *event);

/* Any thread. Sleeps while the count is still `seen`, at most `timeout_ns`; true when the count has moved on. */
bool sr_event_await(sr_event *event, uint32_t seen, int64_t timeout_ns);

/* As sr_event_await, for a thread that will look again soon: nobody wakes it, so that a signal stays one atomic add. */
void sr_event_nap(sr_event *event, uint32_t seen, int64_t nap_ns);

/* Any thread. Ends the naps too. */
void sr_event_wake(sr_event *event);

#endif
