#include "check.h"
#include "sr_event.h"

#include <pthread.h>
#include <time.h>

enum { SLEEPERS = 3, ROUNDS = 100000 };

static const int64_t MS = 1000000;
static const int64_t LONG_NS = 10000 * MS;

static int64_t now_ns(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 * MS + now.tv_nsec;
}

static void sleep_ms(int ms) {
    nanosleep(&(struct timespec){.tv_nsec = ms * MS}, NULL);
}

/* Long enough for it to be asleep by then, as a rule; the tests hold either way. */
static void *signal_after_20_ms(void *event) {
    sleep_ms(20);
    sr_event_signal(event);
    return NULL;
}

static void should_return_at_once_when_signalled_before(void) {
    sr_event event = {0};
    sr_event_signal(&event);
    int64_t start_ns = now_ns();
    CHECK(sr_event_await(&event, 0, LONG_NS));
    CHECK(now_ns() - start_ns < LONG_NS / 10);
    CHECK_EQUAL(event.count, 1);
}

static void should_see_a_signal_when_the_count_wraps(void) {
    sr_event event = {.count = UINT32_MAX};
    sr_event_signal(&event);
    CHECK_EQUAL(event.count, 0);
    CHECK(sr_event_await(&event, UINT32_MAX, LONG_NS));
}

static void should_give_up_at_the_timeout_when_never_signalled(void) {
    sr_event event = {0};
    int64_t start_ns = now_ns();
    CHECK(!sr_event_await(&event, 0, 50 * MS));
    int64_t waited_ns = now_ns() - start_ns;
    CHECK(waited_ns >= 50 * MS);
    CHECK(waited_ns < 1000 * MS); /* a loaded machine may be late */
    CHECK_EQUAL(event.sleepers, 0);
}

static void should_not_sleep_when_no_time_is_left(void) {
    sr_event event = {0};
    int64_t start_ns = now_ns();
    CHECK(!sr_event_await(&event, 0, 0));
    CHECK(!sr_event_await(&event, 0, -LONG_NS));
    CHECK(now_ns() - start_ns < LONG_NS / 10);
}

static void await_a_signal_from_another_thread(int64_t timeout_ns) {
    sr_event event = {0};
    pthread_t thread;
    pthread_create(&thread, NULL, signal_after_20_ms, &event);
    int64_t start_ns = now_ns();
    CHECK(sr_event_await(&event, 0, timeout_ns));
    CHECK(now_ns() - start_ns < LONG_NS / 10);
    pthread_join(thread, NULL);
    CHECK_EQUAL(event.sleepers, 0);
}

static void should_wake_when_another_thread_signals(void) {
    await_a_signal_from_another_thread(LONG_NS);
}

static void should_wait_when_the_timeout_is_the_longest_there_is(void) {
    await_a_signal_from_another_thread(INT64_MAX);
}

typedef struct sleeper {
    sr_event *event;
    pthread_t thread;
    bool woken;
} sleeper;

static void *sleep_on_event(void *data) {
    sleeper *self = data;
    self->woken = sr_event_await(self->event, 0, LONG_NS);
    return NULL;
}

static void should_wake_every_sleeper_when_signalled_once(void) {
    sr_event event = {0};
    sleeper sleepers[SLEEPERS];
    for (int i = 0; i < SLEEPERS; i++) {
        sleepers[i] = (sleeper){.event = &event};
        pthread_create(&sleepers[i].thread, NULL, sleep_on_event, &sleepers[i]);
    }
    signal_after_20_ms(&event);
    for (int i = 0; i < SLEEPERS; i++) {
        pthread_join(sleepers[i].thread, NULL);
        CHECK(sleepers[i].woken);
    }
    CHECK_EQUAL(event.sleepers, 0);
}

typedef struct table_tennis {
    sr_event ping, pong;
} table_tennis;

/* A lost wake shows only in the time: the count has moved on when the sleeper wakes by its timeout. */
static bool await_in_time(sr_event *event, uint32_t seen) {
    int64_t start_ns = now_ns();
    return sr_event_await(event, seen, LONG_NS) && now_ns() - start_ns < LONG_NS;
}

/* Answers every ping; ends early when one is lost, so that the other side sees it too. */
static void *return_every_ball(void *data) {
    table_tennis *game = data;
    for (uint32_t round = 0; round < ROUNDS; round++) {
        if (!await_in_time(&game->ping, round))
            break;
        sr_event_signal(&game->pong);
    }
    return NULL;
}

static uint32_t play(table_tennis *game) {
    uint32_t round = 0;
    for (; round < ROUNDS; round++) {
        sr_event_signal(&game->ping);
        if (!await_in_time(&game->pong, round))
            break;
    }
    return round;
}

static void should_lose_no_wake_when_two_threads_alternate(void) {
    table_tennis game = {0};
    pthread_t thread;
    pthread_create(&thread, NULL, return_every_ball, &game);
    CHECK_EQUAL(play(&game), ROUNDS);
    pthread_join(thread, NULL);
    CHECK_EQUAL(game.pong.count, ROUNDS);
}

static void should_not_end_a_nap_when_signalled(void) {
    sr_event event = {0};
    pthread_t thread;
    pthread_create(&thread, NULL, signal_after_20_ms, &event);
    int64_t start_ns = now_ns();
    sr_event_nap(&event, 0, 60 * MS);
    CHECK(now_ns() - start_ns >= 60 * MS);
    pthread_join(thread, NULL);
    CHECK_EQUAL(event.count, 1);
}

static void *wake_after_20_ms(void *event) {
    sleep_ms(20);
    sr_event_wake(event);
    return NULL;
}

static void should_end_a_nap_when_woken(void) {
    sr_event event = {0};
    pthread_t thread;
    pthread_create(&thread, NULL, wake_after_20_ms, &event);
    int64_t start_ns = now_ns();
    sr_event_nap(&event, 0, LONG_NS);
    CHECK(now_ns() - start_ns < LONG_NS / 2);
    pthread_join(thread, NULL);
}

static void should_not_nap_when_signalled_before(void) {
    sr_event event = {.count = 1};
    int64_t start_ns = now_ns();
    sr_event_nap(&event, 0, LONG_NS);
    CHECK(now_ns() - start_ns < LONG_NS / 2);
}

int main(void) {
    RUN(should_return_at_once_when_signalled_before);
    RUN(should_see_a_signal_when_the_count_wraps);
    RUN(should_give_up_at_the_timeout_when_never_signalled);
    RUN(should_not_sleep_when_no_time_is_left);
    RUN(should_wake_when_another_thread_signals);
    RUN(should_wait_when_the_timeout_is_the_longest_there_is);
    RUN(should_wake_every_sleeper_when_signalled_once);
    RUN(should_not_end_a_nap_when_signalled);
    RUN(should_end_a_nap_when_woken);
    RUN(should_not_nap_when_signalled_before);
    RUN(should_lose_no_wake_when_two_threads_alternate);
    return check_report();
}
