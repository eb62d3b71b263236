/* One thread lends, two or three give back, as fast as they can, with slabs coming and going meanwhile. */
#include "check.h"
#include "sr_slab.h"

#include <pthread.h>
#include <sched.h>
#include <string.h>
#include <time.h>

enum { FRAMES = 30000, FRAMES_PER_SLAB = 1000, SLOTS = 3, SLOT_BYTES = 4096, MAX_CONSUMERS = 3, PATIENCE_S = 10 };

/* Stands for a pipeline: what is in its boxes it must release. There is a box for each slot, so that handing over never
 * waits, and the pool runs empty. */
typedef struct consumer {
    _Atomic(sr_slot *) boxes[SLOTS];
    _Atomic int *stopped;
    void (*release)(void *);
    pthread_t thread;
    int wrong_frames;
} consumer;

typedef struct stress {
    sr_pool *pool;
    sr_pool_control *control;
    sr_slab *slab;
    _Atomic int stopped;
    consumer consumers[MAX_CONSUMERS];
    int consumer_count;
} stress;

static bool holds_one_frame(const unsigned char *pixels) {
    return pixels[0] == pixels[SLOT_BYTES / 2] && pixels[0] == pixels[SLOT_BYTES - 1];
}

static int consume_all(consumer *self) {
    int consumed = 0;
    for (int i = 0; i < SLOTS; i++) {
        sr_slot *slot = atomic_exchange(&self->boxes[i], NULL);
        if (slot == NULL)
            continue;
        self->wrong_frames += !holds_one_frame(slot->pixels);
        self->release(slot);
        consumed++;
    }
    return consumed;
}

static void *consume(void *data) {
    consumer *self = data;
    for (;;) {
        bool stopped = atomic_load(self->stopped); /* before looking: what comes earlier is then seen */
        if (consume_all(self) > 0)
            continue;
        if (stopped)
            return NULL;
        sched_yield();
    }
}

/* The box is full only while a slot of the slab before is still in it. */
static void hand_over(_Atomic(sr_slot *) *box, sr_slot *slot) {
    sr_slot *empty = NULL;
    while (!atomic_compare_exchange_weak(box, &empty, slot)) {
        empty = NULL;
        sched_yield();
    }
}

/* A lost wake shows only in the time: a slot has come back when the sleeper wakes by its timeout. */
static bool await_release(stress *run, uint32_t seen) {
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    bool released = sr_event_await(&run->control->released, seen, PATIENCE_S * INT64_C(1000000000));
    clock_gettime(CLOCK_MONOTONIC, &end);
    return released && end.tv_sec - start.tv_sec < PATIENCE_S;
}

/* NULL when a wake was lost, or every slot. */
static sr_slot *claim(stress *run) {
    for (;;) {
        uint32_t seen = atomic_load(&run->control->released.count);
        for (int i = 0; i < SLOTS; i++) {
            sr_slot *slot = &sr_slab_slots(run->slab)[i];
            if (atomic_load(&slot->shared->state) == SR_FREE)
                return slot;
        }
        if (!await_release(run, seen))
            return NULL;
    }
}

static bool lend_one(stress *run, int frame) {
    sr_slot *slot = claim(run);
    if (slot == NULL)
        return false;
    atomic_store(&slot->shared->state, SR_READING);
    memset(slot->pixels, frame & 0xFF, SLOT_BYTES);
    atomic_store(&slot->shared->state, SR_READY);
    sr_slot_lend(slot, (uint32_t)run->consumer_count);
    for (int i = 0; i < run->consumer_count; i++)
        hand_over(&run->consumers[i].boxes[slot - sr_slab_slots(run->slab)], slot);
    return true;
}

/* A resize in the middle of things: the old slab is still lent. */
static void change_slab(stress *run) {
    sr_slab *old = run->slab;
    run->slab = sr_slab_create(run->pool, SLOTS, SLOT_BYTES);
    sr_slab_retire(old);
}

static int lend_all(stress *run) {
    int lent = 0;
    while (lent < FRAMES && lend_one(run, lent)) {
        if (++lent % FRAMES_PER_SLAB == 0)
            change_slab(run);
    }
    return lent;
}

/* One consumer frees the frame, the others are holders beside it. */
static void start(stress *run, int consumer_count) {
    *run = (stress){.pool = sr_pool_create(), .consumer_count = consumer_count};
    run->control = sr_pool_get_control(run->pool);
    run->slab = sr_slab_create(run->pool, SLOTS, SLOT_BYTES);
    for (int i = 0; i < consumer_count; i++) {
        consumer *each = &run->consumers[i];
        each->stopped = &run->stopped;
        each->release = i == 0 ? sr_slot_release_frame : sr_slot_release_hold;
        pthread_create(&each->thread, NULL, consume, each);
    }
}

static int stop(stress *run) {
    int wrong_frames = 0;
    atomic_store(&run->stopped, 1);
    for (int i = 0; i < run->consumer_count; i++) {
        pthread_join(run->consumers[i].thread, NULL);
        wrong_frames += run->consumers[i].wrong_frames;
    }
    return wrong_frames;
}

static void run_with(int consumer_count) {
    stress run;
    start(&run, consumer_count);
    CHECK_EQUAL(lend_all(&run), FRAMES);
    CHECK_EQUAL(stop(&run), 0);
    CHECK_EQUAL(run.control->delivered, FRAMES);
    CHECK_EQUAL(run.control->lost, 0);
    CHECK_EQUAL(run.control->mapped_bytes, SLOTS * SLOT_BYTES);
    for (int i = 0; i < SLOTS; i++)
        CHECK_EQUAL(sr_slab_slots(run.slab)[i].shared->state, SR_FREE);
    sr_slab_retire(run.slab);
    CHECK_EQUAL(run.control->mapped_bytes, 0);
    sr_pool_retire(run.pool);
}

static void should_lose_no_slot_when_one_thread_gives_back(void) {
    run_with(1);
}

static void should_lose_no_slot_when_two_threads_hold_each_frame(void) {
    run_with(2);
}

static void should_lose_no_slot_when_three_threads_hold_each_frame(void) {
    run_with(3);
}

int main(void) {
    RUN(should_lose_no_slot_when_one_thread_gives_back);
    RUN(should_lose_no_slot_when_two_threads_hold_each_frame);
    RUN(should_lose_no_slot_when_three_threads_hold_each_frame);
    return check_report();
}
