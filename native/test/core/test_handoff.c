/* The whole way of a slot with the memory orders of Slot.java, FrameQueue.java and SlotPool.java: no weaker one would
 * do, and TSan tells if these do not. Three threads, as in a recording: one reads, one lends, one gives back. */
#include "check.h"
#include "sr_slab.h"

#include <pthread.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>

enum { FRAMES = 50000, SLOTS = 3, SLOT_BYTES = 4096, RING = 4 };

static const int64_t PATIENCE_NS = INT64_C(10000000000);

typedef struct queue {
    sr_slot *ring[RING]; /* plain, as Java's array is */
    _Atomic int64_t head, tail;
} queue;

typedef struct recording {
    sr_pool *pool;
    sr_pool_control *control;
    sr_slab *slab;
    queue read, lent;
    _Atomic bool read_all, lent_all;
    int lends, wrong_frames, lost_wakes;
} recording;

static void offer(queue *into, sr_slot *one) {
    int64_t at = atomic_load_explicit(&into->tail, memory_order_relaxed);
    into->ring[at % RING] = one; /* never full: it has a place for every slot */
    atomic_store_explicit(&into->tail, at + 1, memory_order_release);
}

static sr_slot *poll(queue *from) {
    int64_t at = atomic_load_explicit(&from->head, memory_order_relaxed);
    if (at == atomic_load_explicit(&from->tail, memory_order_acquire))
        return NULL;
    sr_slot *one = from->ring[at % RING];
    from->ring[at % RING] = NULL;
    atomic_store_explicit(&from->head, at + 1, memory_order_release);
    return one;
}

/* SlotPool.signalQueued, which enters C only when somebody sleeps. */
static void signal_queued(sr_pool_control *control) {
    atomic_fetch_add(&control->queued.count, 1);
    if (atomic_load(&control->queued.sleepers) != 0)
        sr_event_signal(&control->queued);
}

/* FrameQueue.take. */
static sr_slot *take(recording *self) {
    uint32_t seen = atomic_load(&self->control->queued.count);
    sr_slot *one = poll(&self->read);
    if (one != NULL || atomic_load(&self->read_all))
        return one;
    self->lost_wakes += !sr_event_await(&self->control->queued, seen, PATIENCE_NS);
    return poll(&self->read);
}

/* Slab.claim. */
static sr_slot *claim(recording *self) {
    for (int i = 0; i < SLOTS; i++) {
        sr_slot *one = &sr_slab_slots(self->slab)[i];
        if (atomic_load_explicit(&one->shared->state, memory_order_acquire) != SR_FREE)
            continue;
        atomic_store_explicit(&one->shared->state, SR_READING, memory_order_release);
        return one;
    }
    return NULL;
}

/* SlotSupply.claim: without looking at the event first, so that the slot's own state has to order what it guards. */
static sr_slot *claim_or_wait(recording *self) {
    sr_slot *one = claim(self);
    while (one == NULL) {
        uint32_t seen = atomic_load(&self->control->released.count);
        one = claim(self);
        if (one == NULL && !sr_event_await(&self->control->released, seen, PATIENCE_NS))
            return NULL;
    }
    return one;
}

static void *lend_all(void *data) {
    recording *self = data;
    int expected_pts = 0;
    for (;;) {
        bool last = atomic_load(&self->read_all); /* before looking: what comes earlier is then seen */
        sr_slot *one = take(self);
        if (one == NULL && last)
            break;
        if (one == NULL)
            continue;
        self->wrong_frames += one->shared->pts_ns != expected_pts++;
        sr_slot_lend(one, 1);
        offer(&self->lent, one);
        self->lends++;
    }
    atomic_store(&self->lent_all, true);
    return NULL;
}

static bool holds(const sr_slot *one, int pts) {
    const unsigned char *pixels = one->pixels;
    return pixels[0] == (pts & 0xFF) && pixels[SLOT_BYTES - 1] == (pts & 0xFF);
}

static void *give_back_all(void *data) {
    recording *self = data;
    int *wrong_frames = calloc(1, sizeof *wrong_frames);
    for (int pts = 0;;) {
        bool last = atomic_load(&self->lent_all);
        sr_slot *one = poll(&self->lent);
        if (one == NULL && last)
            return wrong_frames;
        if (one == NULL) {
            sched_yield();
            continue;
        }
        *wrong_frames += !holds(one, pts++);
        sr_slot_release_frame(one);
    }
}

static int read_all(recording *self) {
    int reads = 0;
    for (sr_slot *one; reads < FRAMES && (one = claim_or_wait(self)) != NULL; reads++) {
        memset(one->pixels, reads & 0xFF, SLOT_BYTES);
        one->shared->pts_ns = reads;
        atomic_store_explicit(&one->shared->state, SR_READY, memory_order_release);
        offer(&self->read, one);
        signal_queued(self->control);
    }
    atomic_store(&self->read_all, true);
    sr_event_signal(&self->control->queued);
    return reads;
}

static void open_recording(recording *self) {
    *self = (recording){.pool = sr_pool_create()};
    self->control = sr_pool_get_control(self->pool);
    self->slab = sr_slab_create(self->pool, SLOTS, SLOT_BYTES);
}

static void should_hand_each_frame_over_whole_and_in_order(void) {
    recording self;
    pthread_t lender, returner;
    void *wrong_pixels = NULL;
    open_recording(&self);
    pthread_create(&lender, NULL, lend_all, &self);
    pthread_create(&returner, NULL, give_back_all, &self);
    CHECK_EQUAL(read_all(&self), FRAMES);
    pthread_join(lender, NULL);
    pthread_join(returner, &wrong_pixels);
    CHECK_EQUAL(self.lends, FRAMES);
    CHECK_EQUAL(self.wrong_frames, 0);
    CHECK_EQUAL(self.lost_wakes, 0);
    CHECK_EQUAL(*(int *)wrong_pixels, 0);
    CHECK_EQUAL(self.control->delivered, FRAMES);
    free(wrong_pixels);
    sr_slab_retire(self.slab);
    sr_pool_retire(self.pool);
}

int main(void) {
    RUN(should_hand_each_frame_over_whole_and_in_order);
    return check_report();
}
