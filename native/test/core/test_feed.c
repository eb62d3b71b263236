#include "check.h"
#include "sr_feed.h"

#include <stdlib.h>

enum { BYTES = 100, FRAME_MS = 100, GROUP = 10 };

static const int64_t MS = 1000000;
static const int64_t AT_ONCE_NS = 0;

static int alive; /* objects that somebody holds */
static char caps[3];

static bool is_caps(const void *object) {
    return object == &caps[0] || object == &caps[1] || object == &caps[2];
}

static void *take(void *object) {
    alive += !is_caps(object);
    return object;
}

static void give(void *object) {
    alive -= !is_caps(object);
}

static const sr_references references = {take, give};
static char content;
static sr_ring *ring;
static sr_feed *feed;

static void set_up(int64_t most_ms, uint64_t most_bytes, bool with_sound) {
    ring = sr_ring_create(&references, 0, 0);
    feed = sr_feed_create(ring, most_ms * MS, most_bytes);
    sr_ring_expect(ring, SR_VIDEO);
    if (with_sound)
        sr_ring_expect(ring, SR_SOUND);
    sr_ring_begin(ring, SR_VIDEO, &caps[0]);
}

static void tear_down(void) {
    sr_feed_free(feed);
    sr_ring_release(ring);
    CHECK_EQUAL(alive, 0);
}

static void add(int track, int64_t pts_ms, bool key) {
    sr_packet packet = {take(&content), pts_ms * MS, pts_ms * MS, (pts_ms + 1) * MS, BYTES, key, false, 0};
    sr_ring_add(ring, track, &packet);
}

static void add_frames(int first, int end) {
    for (int i = first; i < end; i++)
        add(SR_VIDEO, i * FRAME_MS, i % GROUP == 0);
}

static int64_t begun_ms(void) {
    void *got[SR_TRACKS];
    int64_t from_ns = -MS;
    if (sr_feed_begin(feed, AT_ONCE_NS, got, &from_ns) != SR_FED)
        return -1;
    CHECK(got[SR_VIDEO] == &caps[0] || got[SR_VIDEO] == &caps[2]);
    return from_ns / MS;
}

/* The PTS of the next packet; -1 if there is none now, -2 behind the last. */
static int64_t next_ms(int *track) {
    sr_packet packet;
    sr_fed fed = sr_feed_take(feed, AT_ONCE_NS, &packet, track);
    if (fed != SR_FED)
        return fed == SR_FED_END ? -2 : -1;
    give(packet.buffer);
    return packet.pts_ns / MS;
}

static void should_give_every_packet_in_order(void) {
    int track;
    set_up(1000, UINT64_MAX, false);
    CHECK_EQUAL(begun_ms(), -1);
    add_frames(0, 5);
    CHECK_EQUAL(begun_ms(), 0);
    for (int i = 0; i < 5; i++)
        CHECK_EQUAL(next_ms(&track), i * FRAME_MS);
    CHECK_EQUAL(next_ms(&track), -1);
    add_frames(5, 6);
    CHECK_EQUAL(next_ms(&track), 5 * FRAME_MS);
    sr_ring_end(ring, SR_VIDEO);
    CHECK_EQUAL(next_ms(&track), -2);
    CHECK_EQUAL(sr_feed_lost(feed), 0);
    tear_down();
}

static void should_begin_with_a_keyframe(void) {
    int track;
    set_up(5000, UINT64_MAX, false);
    add_frames(7, 12);
    CHECK_EQUAL(begun_ms(), 10 * FRAME_MS);
    CHECK_EQUAL(next_ms(&track), 10 * FRAME_MS);
    CHECK_EQUAL(sr_feed_lost(feed), 3);
    tear_down();
}

static void should_lose_whole_groups_when_nobody_takes_them(void) {
    int track;
    set_up(1500, UINT64_MAX, false);
    add_frames(0, 17);
    CHECK_EQUAL(sr_feed_lost(feed), 10);
    CHECK_EQUAL(begun_ms(), 10 * FRAME_MS);
    CHECK_EQUAL(next_ms(&track), 10 * FRAME_MS);
    add_frames(17, 28); /* the rest of a group of which one has been taken */
    CHECK_EQUAL(sr_feed_lost(feed), 19);
    CHECK_EQUAL(next_ms(&track), 20 * FRAME_MS);
    tear_down();
}

static void should_keep_its_budget(void) {
    int track;
    set_up(INT64_MAX / MS, 5 * BYTES, false);
    add_frames(0, 4);
    CHECK_EQUAL(sr_feed_waiting_bytes(feed), 4 * BYTES);
    add_frames(4, 9); /* no keyframe follows */
    CHECK_EQUAL(begun_ms(), -1);
    CHECK_EQUAL(sr_feed_waiting_bytes(feed), 0);
    CHECK_EQUAL(sr_feed_lost(feed), 9);
    add_frames(9, 11);
    CHECK_EQUAL(begun_ms(), 10 * FRAME_MS);
    CHECK_EQUAL(next_ms(&track), 10 * FRAME_MS);
    CHECK_EQUAL(sr_feed_lost(feed), 10);
    tear_down();
}

static void should_restart_with_the_newest_keyframe(void) {
    int track;
    set_up(5000, UINT64_MAX, false);
    add_frames(0, 25);
    CHECK_EQUAL(begun_ms(), 0);
    CHECK_EQUAL(next_ms(&track), 0);
    sr_feed_restart(feed);
    CHECK_EQUAL(next_ms(&track), -1);
    CHECK_EQUAL(begun_ms(), 20 * FRAME_MS);
    CHECK_EQUAL(next_ms(&track), 20 * FRAME_MS);
    CHECK_EQUAL(sr_feed_lost(feed), 19);
    tear_down();
}

static void should_count_what_waits_when_it_is_given_up(void) {
    set_up(5000, UINT64_MAX, true);
    sr_ring_begin(ring, SR_SOUND, &caps[1]);
    add_frames(0, 4);
    add(SR_SOUND, 50, true);
    sr_feed_give_up(feed);
    CHECK_EQUAL(sr_feed_lost(feed), 4);
    CHECK_EQUAL(begun_ms(), -1);
    tear_down();
}

static void should_merge_picture_and_sound_by_their_times(void) {
    int track;
    set_up(5000, UINT64_MAX, true);
    sr_ring_begin(ring, SR_SOUND, &caps[1]);
    add(SR_SOUND, -50, true); /* before the first frame */
    add_frames(0, 3);
    CHECK_EQUAL(begun_ms(), 0);
    CHECK_EQUAL(next_ms(&track), -1); /* sound may still come */
    add(SR_SOUND, 50, true);
    CHECK_EQUAL(next_ms(&track), 0);
    CHECK_EQUAL(track, SR_VIDEO);
    CHECK_EQUAL(next_ms(&track), 50);
    CHECK_EQUAL(track, SR_SOUND);
    CHECK_EQUAL(next_ms(&track), -1);
    sr_ring_end(ring, SR_SOUND);
    CHECK_EQUAL(next_ms(&track), 100);
    CHECK_EQUAL(next_ms(&track), 200);
    sr_ring_end(ring, SR_VIDEO);
    CHECK_EQUAL(next_ms(&track), -2);
    tear_down();
}

static void should_wait_for_the_caps_of_all_tracks(void) {
    set_up(5000, UINT64_MAX, true);
    add_frames(0, 1);
    CHECK_EQUAL(begun_ms(), -1);
    sr_ring_begin(ring, SR_SOUND, &caps[1]);
    CHECK_EQUAL(begun_ms(), 0);
    tear_down();
}

static void should_begin_again_when_the_caps_change(void) {
    int track;
    set_up(5000, UINT64_MAX, false);
    add_frames(0, 3);
    CHECK_EQUAL(begun_ms(), 0);
    CHECK(!sr_feed_is_outdated(feed));
    sr_ring_begin(ring, SR_VIDEO, &caps[2]);
    CHECK(sr_feed_is_outdated(feed));
    CHECK_EQUAL(sr_feed_lost(feed), 3);
    add_frames(10, 12);
    CHECK_EQUAL(next_ms(&track), -1);
    CHECK_EQUAL(begun_ms(), 10 * FRAME_MS);
    CHECK_EQUAL(next_ms(&track), 10 * FRAME_MS);
    tear_down();
}

int main(void) {
    RUN(should_give_every_packet_in_order);
    RUN(should_begin_with_a_keyframe);
    RUN(should_lose_whole_groups_when_nobody_takes_them);
    RUN(should_keep_its_budget);
    RUN(should_restart_with_the_newest_keyframe);
    RUN(should_count_what_waits_when_it_is_given_up);
    RUN(should_merge_picture_and_sound_by_their_times);
    RUN(should_wait_for_the_caps_of_all_tracks);
    RUN(should_begin_again_when_the_caps_change);
    return check_report();
}
