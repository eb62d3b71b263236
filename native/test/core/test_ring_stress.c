/* Two threads fill a ring while others save from it: each save is whole, and everything is given back. */
#include "check.h"
#include "sr_ring_save.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

enum { FRAMES = 20000, GROUP = 10, SAVERS = 3, KEPT_FRAMES = 100 };

static const int64_t FRAME_NS = 1000000;
static const int64_t PATIENCE_NS = 1000000000;

typedef struct object {
    atomic_int holders;
    int64_t pts_ns;
} object;

static atomic_int alive, wrong, saves;
static atomic_int newest;
static sr_ring *ring;
static object caps = {.holders = 1};

static void *take(void *taken) {
    atomic_fetch_add(&((object *)taken)->holders, 1);
    return taken;
}

static void give(void *given) {
    if (atomic_fetch_sub(&((object *)given)->holders, 1) != 1)
        return;
    atomic_fetch_sub(&alive, 1);
    free(given);
}

static void add(int track, int64_t pts_ns, bool key) {
    object *made = malloc(sizeof *made);
    atomic_init(&made->holders, 1);
    made->pts_ns = pts_ns;
    atomic_fetch_add(&alive, 1);
    sr_packet packet = {made, pts_ns, pts_ns, pts_ns + FRAME_NS, 100, key, false, 0};
    sr_ring_add(ring, track, &packet);
}

static void *fill(void *which) {
    int track = *(int *)which;
    for (int i = 0; i < FRAMES; i++) {
        add(track, i * FRAME_NS, i % GROUP == 0);
        if (track == SR_VIDEO)
            atomic_store(&newest, i);
    }
    sr_ring_end(ring, track);
    return NULL;
}

static bool is_whole(sr_ring_save *save, sr_save_figures figures) {
    int track;
    int64_t expected_ns[SR_TRACKS] = {figures.from_ns, INT64_MIN};
    for (const sr_packet *each; (each = sr_ring_save_next(save, &track)) != NULL;) {
        bool follows = expected_ns[track] == INT64_MIN || each->pts_ns == expected_ns[track];
        if (!follows || ((object *)each->buffer)->pts_ns != each->pts_ns)
            return false;
        expected_ns[track] = each->pts_ns + FRAME_NS;
    }
    return expected_ns[SR_VIDEO] == figures.to_ns;
}

static void *save_often(void *unused) {
    (void)unused;
    int last = 0;
    while (last < FRAMES - 1) {
        last = atomic_load(&newest);
        sr_ring_save *save = sr_ring_save_begin(ring, last * FRAME_NS, 0);
        sr_save_figures figures = sr_ring_save_await(save, PATIENCE_NS);
        bool right = figures.frames == 0 || is_whole(save, figures);
        atomic_fetch_add(&wrong, !right);
        atomic_fetch_add(&saves, 1);
        sr_ring_save_free(save);
        sr_ring_now(ring);
    }
    return NULL;
}

static void should_save_whole_while_the_ring_is_filled(void) {
    static int tracks[SR_TRACKS] = {SR_VIDEO, SR_SOUND};
    pthread_t threads[SR_TRACKS + SAVERS];
    ring = sr_ring_create(&(sr_references){take, give}, KEPT_FRAMES * FRAME_NS, UINT64_MAX);
    for (int i = 0; i < SR_TRACKS; i++) {
        sr_ring_expect(ring, i);
        sr_ring_begin(ring, i, &caps);
    }
    for (int i = 0; i < SR_TRACKS; i++)
        pthread_create(&threads[i], NULL, fill, &tracks[i]);
    for (int i = 0; i < SAVERS; i++)
        pthread_create(&threads[SR_TRACKS + i], NULL, save_often, NULL);
    for (int i = 0; i < SR_TRACKS + SAVERS; i++)
        pthread_join(threads[i], NULL);
    sr_ring_release(ring);
    CHECK_EQUAL(atomic_load(&wrong), 0);
    CHECK(atomic_load(&saves) >= SAVERS);
    CHECK_EQUAL(atomic_load(&alive), 0);
    CHECK_EQUAL(atomic_load(&caps.holders), 1);
}

int main(void) {
    RUN(should_save_whole_while_the_ring_is_filled);
    return check_report();
}
