#include "sr_feed.h"
#include "sr_os.h"
#include "sr_ring_inside.h"

#include <stdlib.h>

struct sr_feed {
    sr_ring_reader reader;
    sr_ring *ring;
    int64_t most_ns;
    uint64_t most_bytes;
    sr_packets waiting[SR_TRACKS];
    int64_t from_ns; /* the PTS of the first frame since the restart; earlier sound is of no use */
    bool outdated;   /* caps have changed */
    bool needs_key;  /* frames before the next keyframe are of no use */
    uint64_t lost;   /* frames */
};

static void drop(sr_feed *feed, int track, size_t count) {
    for (; count > 0; count--)
        feed->ring->references.give(sr_packets_take(&feed->waiting[track]).buffer);
}

static void lose_frames(sr_feed *feed, size_t count) {
    feed->lost += count;
    drop(feed, SR_VIDEO, count);
    feed->needs_key = feed->waiting[SR_VIDEO].count == 0;
}

static const sr_packet *first(const sr_feed *feed, int track) {
    const sr_packets *waiting = &feed->waiting[track];
    return waiting->count > 0 ? sr_packets_at(waiting, 0) : NULL;
}

/* The position of a keyframe from `from` on; the number of all packets if there is none. */
static size_t next_keyframe(const sr_packets *video, size_t from) {
    while (from < video->count && !sr_packets_at(video, from)->key)
        from++;
    return from;
}

static void drop_sound_before(sr_feed *feed, int64_t pts_ns) {
    const sr_packet *sound;
    while ((sound = first(feed, SR_SOUND)) != NULL && sound->pts_ns < pts_ns)
        drop(feed, SR_SOUND, 1);
}

static uint64_t waiting_bytes(const sr_feed *feed) {
    return feed->waiting[SR_VIDEO].size_bytes + feed->waiting[SR_SOUND].size_bytes;
}

static bool is_too_much(const sr_feed *feed) {
    const sr_packets *video = &feed->waiting[SR_VIDEO];
    int64_t span_ns =
        video->count == 0 ? 0 : sr_packets_at(video, video->count - 1)->dts_ns - sr_packets_at(video, 0)->dts_ns;
    return span_ns > feed->most_ns || waiting_bytes(feed) > feed->most_bytes;
}

/* Sound goes with its picture, so that both stay in step. */
static void trim(sr_feed *feed) {
    const sr_packets *video = &feed->waiting[SR_VIDEO];
    while (is_too_much(feed)) {
        if (video->count > 0)
            lose_frames(feed, next_keyframe(video, 1));
        else
            drop(feed, SR_SOUND, 1);
        if (video->count > 0)
            drop_sound_before(feed, sr_packets_at(video, 0)->pts_ns);
    }
}

/* Nothing can be decoded between a lost frame and the next keyframe. */
static void add(sr_ring_reader *reader, int track, const sr_packet *packet) {
    sr_feed *feed = (sr_feed *)reader;
    if (packet->header)
        return;
    bool is_frame = track == SR_VIDEO;
    bool is_useless = is_frame && feed->needs_key && !packet->key;
    if (is_useless || !sr_packets_add(&feed->waiting[track], packet)) {
        feed->lost += is_frame;
        feed->needs_key = feed->needs_key || is_frame;
        return;
    }
    feed->ring->references.take(packet->buffer);
    feed->needs_key = feed->needs_key && !is_frame;
    trim(feed);
}

/* The packets that wait were made for other caps. */
static void change(sr_ring_reader *reader, int track) {
    sr_feed *feed = (sr_feed *)reader;
    feed->outdated = true;
    if (track == SR_VIDEO)
        lose_frames(feed, feed->waiting[SR_VIDEO].count);
    else
        drop(feed, SR_SOUND, feed->waiting[SR_SOUND].count);
}

sr_feed *sr_feed_create(sr_ring *ring, int64_t most_ns, uint64_t most_bytes) {
    sr_feed *feed = calloc(1, sizeof *feed);
    if (feed == NULL)
        return NULL;
    sr_ring_hold(ring);
    *feed = (sr_feed){.reader = {add, change, NULL, NULL},
                      .ring = ring,
                      .most_ns = most_ns,
                      .most_bytes = most_bytes,
                      .from_ns = INT64_MIN};
    feed->outdated = feed->needs_key = true;
    sr_lock_take(&ring->lock);
    sr_ring_join(ring, &feed->reader);
    sr_lock_give(&ring->lock);
    return feed;
}

void sr_feed_free(sr_feed *feed) {
    sr_ring *ring = feed->ring;
    sr_lock_take(&ring->lock);
    sr_ring_leave(ring, &feed->reader);
    sr_lock_give(&ring->lock);
    for (int i = 0; i < SR_TRACKS; i++) {
        drop(feed, i, feed->waiting[i].count);
        sr_packets_free(&feed->waiting[i]);
    }
    sr_ring_release(ring);
    free(feed);
}

static void restart(sr_feed *feed) {
    const sr_packets *video = &feed->waiting[SR_VIDEO];
    size_t newest = next_keyframe(video, 0);
    for (size_t next = newest; next < video->count; next = next_keyframe(video, next + 1))
        newest = next;
    lose_frames(feed, newest);
    feed->from_ns = INT64_MIN;
    feed->outdated = true;
}

void sr_feed_restart(sr_feed *feed) {
    sr_lock_take(&feed->ring->lock);
    restart(feed);
    sr_lock_give(&feed->ring->lock);
}

void sr_feed_give_up(sr_feed *feed) {
    sr_lock_take(&feed->ring->lock);
    lose_frames(feed, feed->waiting[SR_VIDEO].count);
    drop(feed, SR_SOUND, feed->waiting[SR_SOUND].count);
    sr_lock_give(&feed->ring->lock);
}

static bool is_over(const sr_feed *feed, int track) {
    const sr_ring_track *own = &feed->ring->tracks[track];
    return feed->waiting[track].count == 0 && (own->ended || !own->expected);
}

static bool has_all_caps(const sr_ring *ring) {
    for (int i = 0; i < SR_TRACKS; i++) {
        if (ring->tracks[i].expected && ring->tracks[i].caps == NULL)
            return false;
    }
    return true;
}

static sr_fed begin(sr_feed *feed, void *caps[SR_TRACKS], int64_t *from_ns) {
    sr_ring *ring = feed->ring;
    const sr_packet *frame = first(feed, SR_VIDEO);
    if (is_over(feed, SR_VIDEO))
        return SR_FED_END;
    if (frame == NULL || !has_all_caps(ring))
        return SR_FED_NOTHING;
    for (int i = 0; i < SR_TRACKS; i++)
        caps[i] = ring->tracks[i].caps == NULL ? NULL : ring->references.take(ring->tracks[i].caps);
    feed->from_ns = frame->pts_ns;
    *from_ns = frame->dts_ns;
    feed->outdated = false;
    return SR_FED;
}

/* Returns SR_TRACKS as long as a track that may still come has nothing. */
static int next_track(const sr_feed *feed) {
    const sr_packet *video = first(feed, SR_VIDEO), *sound = first(feed, SR_SOUND);
    bool must_wait = (video == NULL && !is_over(feed, SR_VIDEO)) || (sound == NULL && !is_over(feed, SR_SOUND));
    if (feed->outdated || must_wait)
        return SR_TRACKS;
    if (video == NULL || sound == NULL)
        return video != NULL ? SR_VIDEO : SR_SOUND;
    return sound->dts_ns < video->dts_ns ? SR_SOUND : SR_VIDEO;
}

static sr_fed take(sr_feed *feed, sr_packet *packet, int *track) {
    drop_sound_before(feed, feed->from_ns);
    if (is_over(feed, SR_VIDEO) && is_over(feed, SR_SOUND))
        return SR_FED_END;
    *track = next_track(feed);
    if (*track == SR_TRACKS)
        return SR_FED_NOTHING;
    *packet = sr_packets_take(&feed->waiting[*track]);
    return SR_FED;
}

static bool await_change(sr_feed *feed, uint32_t seen, int64_t end_ns) {
    int64_t left_ns = end_ns - sr_os_now_ns();
    return left_ns > 0 && sr_event_await(&feed->ring->changed, seen, left_ns);
}

sr_fed sr_feed_begin(sr_feed *feed, int64_t patience_ns, void *caps[SR_TRACKS], int64_t *from_ns) {
    int64_t end_ns = sr_os_now_ns() + patience_ns;
    uint32_t seen;
    sr_fed fed;
    do {
        seen = atomic_load(&feed->ring->changed.count);
        sr_lock_take(&feed->ring->lock);
        fed = begin(feed, caps, from_ns);
        sr_lock_give(&feed->ring->lock);
    } while (fed == SR_FED_NOTHING && await_change(feed, seen, end_ns));
    return fed;
}

sr_fed sr_feed_take(sr_feed *feed, int64_t patience_ns, sr_packet *packet, int *track) {
    int64_t end_ns = sr_os_now_ns() + patience_ns;
    uint32_t seen;
    sr_fed fed;
    do {
        seen = atomic_load(&feed->ring->changed.count);
        sr_lock_take(&feed->ring->lock);
        fed = take(feed, packet, track);
        sr_lock_give(&feed->ring->lock);
    } while (fed == SR_FED_NOTHING && await_change(feed, seen, end_ns));
    return fed;
}

bool sr_feed_is_outdated(sr_feed *feed) {
    sr_lock_take(&feed->ring->lock);
    bool outdated = feed->outdated;
    sr_lock_give(&feed->ring->lock);
    return outdated;
}

uint64_t sr_feed_waiting_bytes(sr_feed *feed) {
    sr_lock_take(&feed->ring->lock);
    uint64_t waiting = waiting_bytes(feed);
    sr_lock_give(&feed->ring->lock);
    return waiting;
}

uint64_t sr_feed_lost(sr_feed *feed) {
    sr_lock_take(&feed->ring->lock);
    uint64_t lost = feed->lost;
    sr_lock_give(&feed->ring->lock);
    return lost;
}
