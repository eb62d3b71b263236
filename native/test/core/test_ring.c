/* The last seconds of a stream: what is kept, what a save holds, and that everything is given back. */
#include "check.h"
#include "sr_ring_save.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { BYTES = 1000, FRAME_MS = 100, GROUP = 10 };

static const int64_t MS = 1000000;
static const int64_t SHORT_NS = 20000000;
static const int64_t LONG_NS = 10000000000;

static int alive; /* objects that somebody holds */
static char caps[2];

static void *take(void *object) {
    alive += object != &caps[0] && object != &caps[1];
    return object;
}

static void give(void *object) {
    alive -= object != &caps[0] && object != &caps[1];
}

static const sr_references references = {take, give};
static char content;

static sr_ring *ring_of(int64_t seconds, uint64_t most_bytes) {
    sr_ring *ring = sr_ring_create(&references, seconds * 1000 * MS, most_bytes);
    sr_ring_expect(ring, SR_VIDEO);
    sr_ring_begin(ring, SR_VIDEO, &caps[0]);
    return ring;
}

static void add(sr_ring *ring, int track, int64_t pts_ms, int64_t dts_ms, int64_t duration_ms, bool key) {
    sr_packet packet = {take(&content), pts_ms * MS, dts_ms * MS, (pts_ms + duration_ms) * MS, BYTES, key, false, 0};
    sr_ring_add(ring, track, &packet);
}

static void add_frame(sr_ring *ring, int index) {
    add(ring, SR_VIDEO, index * FRAME_MS, index * FRAME_MS, FRAME_MS, index % GROUP == 0);
}

static void add_frames(sr_ring *ring, int first, int end) {
    for (int i = first; i < end; i++)
        add_frame(ring, i);
}

static void release(sr_ring *ring) {
    sr_ring_release(ring);
    CHECK_EQUAL(alive, 0);
}

/* The save of the frame with this number, and of those before it. */
static sr_save_figures saved(sr_ring *ring, int index) {
    sr_ring_save *save = sr_ring_save_begin(ring, index * FRAME_MS * MS, 0);
    sr_save_figures figures = sr_ring_save_await(save, SHORT_NS);
    sr_ring_save_free(save);
    return figures;
}

static void should_keep_the_seconds_and_at_most_a_group_more(void) {
    sr_ring *ring = ring_of(3, UINT64_MAX);
    for (int i = 0; i < 200; i++) {
        add_frame(ring, i);
        sr_save_figures figures = saved(ring, i);
        int64_t covered_ms = (figures.to_ns - figures.from_ns) / MS;
        CHECK_EQUAL(figures.to_ns, (i + 1) * FRAME_MS * MS);
        CHECK_EQUAL(figures.frames, covered_ms / FRAME_MS);
        CHECK_EQUAL(figures.from_ns % (GROUP * FRAME_MS * MS), 0);
        CHECK(i < 30 ? figures.from_ns == 0 : covered_ms >= 3000 && covered_ms <= 3000 + (GROUP + 1) * FRAME_MS);
        CHECK_EQUAL(figures.shorter, i < 30 ? SR_SHORTER_BY_START : SR_NOT_SHORTER);
    }
    CHECK(sr_ring_now(ring).packets <= 41);
    CHECK_EQUAL(sr_ring_now(ring).size_bytes, sr_ring_now(ring).packets * BYTES);
    CHECK_EQUAL(alive, sr_ring_now(ring).packets);
    release(ring);
}

static void should_stay_within_the_budget(void) {
    sr_ring *ring = ring_of(10, 25 * BYTES);
    for (int i = 0; i < 100; i++) {
        add_frame(ring, i);
        CHECK(sr_ring_now(ring).size_bytes <= 25 * BYTES);
    }
    sr_save_figures figures = saved(ring, 99);
    CHECK_EQUAL(figures.from_ns, 8000 * MS);
    CHECK_EQUAL(figures.frames, 20);
    CHECK_EQUAL(figures.shorter, SR_SHORTER_BY_BUDGET);
    release(ring);
}

static void should_hold_nothing_when_a_group_alone_is_too_much(void) {
    sr_ring *ring = ring_of(10, 5 * BYTES);
    add_frames(ring, 0, 7);
    CHECK_EQUAL(sr_ring_now(ring).packets, 0);
    CHECK_EQUAL(saved(ring, 6).frames, 0);
    CHECK_EQUAL(saved(ring, 6).shorter, SR_SHORTER_BY_BUDGET);
    add_frames(ring, 7, 13);
    CHECK_EQUAL(sr_ring_now(ring).packets, 3);
    CHECK_EQUAL(saved(ring, 12).shorter, SR_SHORTER_BY_BUDGET);
    release(ring);
}

static void should_keep_what_a_save_holds_when_the_ring_goes_on(void) {
    sr_ring *ring = ring_of(1, UINT64_MAX);
    add_frames(ring, 0, 25);
    sr_ring_save *save = sr_ring_save_begin(ring, 24 * FRAME_MS * MS, 0);
    add_frames(ring, 25, 80);
    sr_save_figures figures = sr_ring_save_await(save, LONG_NS);
    CHECK_EQUAL(figures.frames, 15);
    CHECK_EQUAL(figures.from_ns, 1000 * MS);
    sr_ring_release(ring);
    int track, count = 0;
    for (const sr_packet *each; (each = sr_ring_save_next(save, &track)) != NULL; count++) {
        CHECK_EQUAL(each->pts_ns, (10 + count) * FRAME_MS * MS);
        CHECK_EQUAL(track, SR_VIDEO);
    }
    CHECK_EQUAL(count, 15);
    CHECK_SAME(sr_ring_save_caps(save, SR_VIDEO), NULL); /* nothing is left to save */
    sr_ring_save_free(save);
    CHECK_EQUAL(alive, 0);
}

/* In the order of decoding, frames 0 3 1 2 6 4 5 9 7 8, one of which comes in each interval. */
static void add_reordered(sr_ring *ring, int first, int end) {
    for (int i = first; i < end; i++) {
        int index = i == 0 ? 0 : i % 3 == 1 ? i + 2 : i - 1;
        add(ring, SR_VIDEO, index * FRAME_MS, (i - 1) * FRAME_MS, FRAME_MS, i == 0);
    }
}

static void should_end_behind_a_frame_before_which_none_is_missing(void) {
    for (int until = 0; until <= 6; until++) {
        sr_ring *ring = ring_of(10, UINT64_MAX);
        add_reordered(ring, 0, 9); /* 0 3 1 2 6 4 5 9 7: frame 8 is missing */
        sr_save_figures figures = saved(ring, until);
        CHECK_EQUAL(figures.to_ns, (until == 0 ? 1 : until <= 3 ? 4 : 7) * FRAME_MS * MS);
        CHECK_EQUAL(figures.frames, until == 0 ? 1 : until <= 3 ? 4 : 7);
        CHECK_EQUAL(figures.lowest_dts_ns, -FRAME_MS * MS);
        release(ring);
    }
}

static void should_await_frames_that_come_later(void) {
    sr_ring *ring = ring_of(10, UINT64_MAX);
    add_reordered(ring, 0, 6);
    sr_ring_save *save = sr_ring_save_begin(ring, 5 * FRAME_MS * MS, 0);
    add_reordered(ring, 6, 9);
    CHECK_EQUAL(sr_ring_save_await(save, LONG_NS).frames, 7);
    sr_ring_save_free(save);
    release(ring);
}

/* As an encoder does that looks far ahead, so that the wanted frame is behind keyframes that are still to come. */
static void should_begin_near_to_a_frame_that_comes_late(void) {
    sr_ring *ring = ring_of(1, UINT64_MAX);
    add_frames(ring, 0, 15);
    sr_ring_save *save = sr_ring_save_begin(ring, 39 * FRAME_MS * MS, 0),
                 *early = sr_ring_save_begin(ring, 39 * FRAME_MS * MS, 0);
    add_frames(ring, 15, 25);
    sr_save_figures figures = sr_ring_save_await(early, SHORT_NS);
    CHECK_EQUAL(figures.from_ns, 1000 * MS);
    CHECK_EQUAL(figures.frames, 15);
    CHECK_EQUAL(figures.shorter, SR_NOT_SHORTER);
    add_frames(ring, 25, 60);
    figures = sr_ring_save_await(save, LONG_NS);
    CHECK_EQUAL(figures.from_ns, 2000 * MS);
    CHECK_EQUAL(figures.frames, 20);
    CHECK_EQUAL(figures.shorter, SR_NOT_SHORTER);
    int track;
    CHECK_EQUAL(sr_ring_save_next(save, &track)->pts_ns, 2000 * MS);
    sr_ring_save_free(save);
    sr_ring_save_free(early);
    release(ring);
}

/* Stops the process for longer than the save waits, by a signal as from outside, and then adds what it waits for.
 * Returns NULL if that failed. */
static void *stop_and_add(void *ring) {
    char command[80];
    snprintf(command, sizeof command, "(sleep 1; kill -CONT %d) &", (int)getpid());
    if (system(command) != 0)
        return NULL;
    kill(getpid(), SIGSTOP);
    struct timespec pause = {0, SHORT_NS};
    nanosleep(&pause, NULL);
    add_reordered(ring, 6, 9);
    return ring;
}

static void should_not_count_time_in_which_the_process_stood_still(void) {
    sr_ring *ring = ring_of(10, UINT64_MAX);
    add_reordered(ring, 0, 6);
    sr_ring_save *save = sr_ring_save_begin(ring, 5 * FRAME_MS * MS, 0);
    pthread_t thread;
    CHECK_EQUAL(pthread_create(&thread, NULL, stop_and_add, ring), 0);
    CHECK_EQUAL(sr_ring_save_await(save, 500 * MS).frames, 7);
    void *added;
    pthread_join(thread, &added);
    CHECK(added == ring);
    sr_ring_save_free(save);
    release(ring);
}

static void should_take_all_when_the_stream_ends(void) {
    sr_ring *ring = ring_of(10, UINT64_MAX);
    add_reordered(ring, 0, 10);
    sr_ring_save *save = sr_ring_save_begin(ring, 11 * FRAME_MS * MS, 0);
    sr_ring_end(ring, SR_VIDEO);
    CHECK_EQUAL(sr_ring_save_await(save, LONG_NS).frames, 10);
    sr_ring_save_free(save);
    CHECK_EQUAL(saved(ring, 9).frames, 10);
    release(ring);
}

static void should_leave_out_frames_that_need_what_is_gone(void) {
    sr_ring *ring = ring_of(10, UINT64_MAX);
    add(ring, SR_VIDEO, 300, 0, FRAME_MS, 1);
    add(ring, SR_VIDEO, 100, 100, FRAME_MS, 0);
    add(ring, SR_VIDEO, 200, 200, FRAME_MS, 0);
    add(ring, SR_VIDEO, 400, 400, FRAME_MS, 0);
    sr_ring_save *save = sr_ring_save_begin(ring, 400 * MS, 0);
    CHECK_EQUAL(sr_ring_save_await(save, SHORT_NS).frames, 2);
    int track;
    CHECK_EQUAL(sr_ring_save_next(save, &track)->pts_ns, 300 * MS);
    CHECK_EQUAL(sr_ring_save_next(save, &track)->pts_ns, 400 * MS);
    CHECK_SAME(sr_ring_save_next(save, &track), NULL);
    sr_ring_save_free(save);
    release(ring);
}

static void should_begin_again_with_new_caps(void) {
    sr_ring *ring = ring_of(10, UINT64_MAX);
    add_frames(ring, 0, 15);
    sr_ring_save *save = sr_ring_save_begin(ring, 20 * FRAME_MS * MS, 0);
    sr_ring_begin(ring, SR_VIDEO, &caps[1]);
    CHECK_EQUAL(sr_ring_now(ring).packets, 0);
    add_frames(ring, 15, 25); /* of which the first five have no keyframe */
    CHECK_EQUAL(sr_ring_now(ring).packets, 5);
    CHECK_EQUAL(sr_ring_save_await(save, LONG_NS).frames, 15);
    CHECK_SAME(sr_ring_save_caps(save, SR_VIDEO), &caps[0]);
    sr_ring_save_free(save);
    CHECK_EQUAL(saved(ring, 24).frames, 5);
    release(ring);
}

static void add_sound(sr_ring *ring, int until_ms) {
    static int at_ms; /* each packet has 20 ms */
    for (at_ms = until_ms == 0 ? 0 : at_ms; at_ms < until_ms; at_ms += 20)
        add(ring, SR_SOUND, at_ms, at_ms, 20, true);
}

static sr_ring *ring_with_sound(void) {
    sr_ring *ring = ring_of(1, UINT64_MAX);
    sr_ring_expect(ring, SR_SOUND);
    sr_ring_begin(ring, SR_SOUND, &caps[1]);
    add_sound(ring, 0);
    return ring;
}

static void should_cut_sound_where_the_video_is_cut(void) {
    sr_ring *ring = ring_with_sound();
    for (int i = 0; i < 35; i++) {
        add_frame(ring, i);
        add_sound(ring, i * FRAME_MS + 130);
    }
    sr_ring_save *save = sr_ring_save_begin(ring, 33 * FRAME_MS * MS, 0);
    CHECK_EQUAL(sr_ring_save_await(save, LONG_NS).from_ns, 2000 * MS);
    CHECK_SAME(sr_ring_save_caps(save, SR_SOUND), &caps[1]);
    int track, sound = 0, video = 0;
    int64_t last_ns = 0;
    for (const sr_packet *each; (each = sr_ring_save_next(save, &track)) != NULL;) {
        CHECK(each->pts_ns >= 2000 * MS && each->pts_ns < 3400 * MS && each->dts_ns >= last_ns);
        last_ns = each->dts_ns;
        sound += track == SR_SOUND;
        video += track == SR_VIDEO;
    }
    CHECK_EQUAL(video, 14);
    CHECK_EQUAL(sound, 70);
    sr_ring_save_free(save);
    release(ring);
}

/* Of which a decoder takes nothing from the first one. */
static void should_begin_sound_a_packet_before_the_first_frame_where_it_warms_up(void) {
    for (int frames = 5; frames <= 35; frames += 30) {
        sr_ring *ring = ring_with_sound();
        for (int i = 0; i < frames; i++) {
            add_frame(ring, i);
            add_sound(ring, i * FRAME_MS + 130);
        }
        sr_ring_save *save = sr_ring_save_begin(ring, (frames - 2) * FRAME_MS * MS, 1);
        CHECK_EQUAL(sr_ring_save_await(save, LONG_NS).from_ns, frames == 5 ? 0 : 2000 * MS);
        int track;
        CHECK_EQUAL(sr_ring_save_next(save, &track)->pts_ns, frames == 5 ? 0 : 1980 * MS);
        CHECK_EQUAL(track, frames == 5 ? SR_VIDEO : SR_SOUND);
        sr_ring_save_free(save);
        release(ring);
    }
}

static void should_await_the_sound_of_the_last_frame(void) {
    sr_ring *ring = ring_with_sound();
    add_frames(ring, 0, 15);
    add_sound(ring, 800);
    sr_ring_save *save = sr_ring_save_begin(ring, 14 * FRAME_MS * MS, 0);
    add_sound(ring, 2000);
    sr_save_figures figures = sr_ring_save_await(save, LONG_NS);
    CHECK_EQUAL(figures.size_bytes, (15 + 75) * BYTES);
    sr_ring_save_free(save);
    sr_ring_end(ring, SR_SOUND);
    CHECK_EQUAL(saved(ring, 14).frames, 15);
    release(ring);
}

static void should_not_wait_for_sound_that_never_comes(void) {
    sr_ring *ring = ring_with_sound();
    add_frames(ring, 0, 15);
    sr_ring_save *save = sr_ring_save_begin(ring, 14 * FRAME_MS * MS, 0);
    CHECK_EQUAL(sr_ring_save_await(save, SHORT_NS).frames, 15);
    CHECK_SAME(sr_ring_save_caps(save, SR_SOUND), NULL);
    sr_ring_save_free(save);
    release(ring);
}

static void should_give_up_when_nothing_comes(void) {
    sr_ring *ring = ring_of(1, UINT64_MAX);
    CHECK_EQUAL(saved(ring, 0).frames, 0);
    add_frames(ring, 0, 3);
    CHECK_EQUAL(saved(ring, 7).frames, 3);
    CHECK_EQUAL(saved(ring, 7).to_ns, 300 * MS);
    release(ring);
}

int main(void) {
    RUN(should_keep_the_seconds_and_at_most_a_group_more);
    RUN(should_stay_within_the_budget);
    RUN(should_hold_nothing_when_a_group_alone_is_too_much);
    RUN(should_keep_what_a_save_holds_when_the_ring_goes_on);
    RUN(should_end_behind_a_frame_before_which_none_is_missing);
    RUN(should_await_frames_that_come_later);
    RUN(should_begin_near_to_a_frame_that_comes_late);
    RUN(should_not_count_time_in_which_the_process_stood_still);
    RUN(should_take_all_when_the_stream_ends);
    RUN(should_leave_out_frames_that_need_what_is_gone);
    RUN(should_begin_again_with_new_caps);
    RUN(should_cut_sound_where_the_video_is_cut);
    RUN(should_begin_sound_a_packet_before_the_first_frame_where_it_warms_up);
    RUN(should_await_the_sound_of_the_last_frame);
    RUN(should_not_wait_for_sound_that_never_comes);
    RUN(should_give_up_when_nothing_comes);
    return check_report();
}
