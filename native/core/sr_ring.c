#include "sr_ring_inside.h"

#include <stdlib.h>

/* The newest frame is asked for a moment before a save begins, and frames may come meanwhile. */
static const int64_t SLACK_NS = 100000000;

enum { SOUND_LEAD = 2 };

sr_ring *sr_ring_create(const sr_references *references, int64_t keep_ns, uint64_t most_bytes) {
    sr_ring *ring = calloc(1, sizeof *ring);
    if (ring == NULL)
        return NULL;
    ring->references = *references;
    ring->keep_ns = keep_ns;
    ring->most_bytes = most_bytes;
    ring->budget_cut_ns = INT64_MIN;
    atomic_store(&ring->holders, 1);
    return ring;
}

void sr_ring_hold(sr_ring *ring) {
    atomic_fetch_add(&ring->holders, 1);
}

static void drop_oldest(sr_ring *ring, sr_packets *packets) {
    ring->references.give(sr_packets_take(packets).buffer);
}

static void drop_all(sr_ring *ring, sr_packets *packets) {
    while (packets->count > 0)
        drop_oldest(ring, packets);
}

void sr_ring_empty(sr_ring *ring, sr_ring_track *track) {
    drop_all(ring, &track->headers);
    drop_all(ring, &track->packets);
    sr_packets_free(&track->headers);
    sr_packets_free(&track->packets);
    if (track->caps != NULL)
        ring->references.give(track->caps);
}

void sr_ring_release(sr_ring *ring) {
    if (atomic_fetch_sub(&ring->holders, 1) != 1)
        return;
    for (int i = 0; i < SR_TRACKS; i++)
        sr_ring_empty(ring, &ring->tracks[i]);
    free(ring);
}

void sr_ring_join(sr_ring *ring, sr_ring_reader *reader) {
    reader->next = ring->readers;
    ring->readers = reader;
}

void sr_ring_leave(sr_ring *ring, sr_ring_reader *reader) {
    sr_ring_reader **link = &ring->readers;
    while (*link != NULL && *link != reader)
        link = &(*link)->next;
    if (*link != NULL)
        *link = reader->next;
}

void sr_ring_expect(sr_ring *ring, int track) {
    sr_lock_take(&ring->lock);
    ring->tracks[track].expected = true;
    sr_lock_give(&ring->lock);
}

void sr_ring_begin(sr_ring *ring, int track, void *caps) {
    sr_lock_take(&ring->lock);
    drop_all(ring, &ring->tracks[track].headers);
    drop_all(ring, &ring->tracks[track].packets);
    for (sr_ring_reader *reader = ring->readers; reader != NULL; reader = reader->next)
        reader->change(reader, track);
    void *old = ring->tracks[track].caps;
    ring->tracks[track].caps = ring->references.take(caps);
    if (old != NULL)
        ring->references.give(old);
    sr_lock_give(&ring->lock);
    sr_event_signal(&ring->changed);
}

/* Returns the number of packets before the second keyframe; all if there is none. */
static size_t first_group(const sr_packets *video) {
    size_t count = 1;
    while (count < video->count && !sr_packets_at(video, count)->key)
        count++;
    return count;
}

static void drop_group(sr_ring *ring, size_t count) {
    for (size_t i = 0; i < count; i++)
        drop_oldest(ring, &ring->tracks[SR_VIDEO].packets);
}

static int64_t first_pts_ns(const sr_packets *packets) {
    return sr_packets_at(packets, 0)->pts_ns;
}

static int64_t reached_ns(const sr_packets *packets) {
    return sr_packets_at(packets, packets->count - 1)->reached_ns;
}

static void trim_video(sr_ring *ring) {
    sr_packets *video = &ring->tracks[SR_VIDEO].packets;
    while (video->count > 0) {
        int64_t from_ns = reached_ns(video) - ring->keep_ns - SLACK_NS;
        size_t group = first_pts_ns(video) > from_ns ? video->count : first_group(video);
        if (group == video->count || sr_packets_at(video, group)->pts_ns > from_ns)
            return;
        drop_group(ring, group);
    }
}

/* Sound from before the first frame is of no use, except for the packets that a save may begin with. */
static void trim_sound(sr_ring *ring) {
    sr_packets *video = &ring->tracks[SR_VIDEO].packets, *sound = &ring->tracks[SR_SOUND].packets;
    if (sound->count == 0)
        return;
    int64_t from_ns = video->count > 0 ? first_pts_ns(video) : reached_ns(sound) - ring->keep_ns;
    while (sound->count > SOUND_LEAD && sr_packets_at(sound, SOUND_LEAD)->end_ns < from_ns)
        drop_oldest(ring, sound);
}

static uint64_t held_bytes(const sr_ring *ring) {
    return ring->tracks[SR_VIDEO].packets.size_bytes + ring->tracks[SR_SOUND].packets.size_bytes;
}

static void trim_to_budget(sr_ring *ring) {
    sr_packets *video = &ring->tracks[SR_VIDEO].packets, *sound = &ring->tracks[SR_SOUND].packets;
    while (held_bytes(ring) > ring->most_bytes) {
        if (video->count > 0) {
            int64_t newest_ns = reached_ns(video);
            drop_group(ring, first_group(video));
            ring->budget_cut_ns = video->count > 0 ? first_pts_ns(video) : newest_ns + 1;
            trim_sound(ring);
        } else {
            drop_oldest(ring, sound);
        }
    }
}

/* Without memory, nothing can be decoded before the next keyframe. */
static void keep(sr_ring *ring, int track, const sr_packet *packet) {
    sr_ring_track *own = &ring->tracks[track];
    sr_packets *packets = packet->header ? &own->headers : &own->packets;
    bool useful = packet->header || track != SR_VIDEO || packets->count > 0 || packet->key;
    if (!useful)
        return;
    if (sr_packets_add(packets, packet))
        ring->references.take(packet->buffer);
    else
        drop_all(ring, packets);
}

void sr_ring_add(sr_ring *ring, int track, const sr_packet *packet) {
    sr_lock_take(&ring->lock);
    for (sr_ring_reader *reader = ring->readers; reader != NULL; reader = reader->next)
        reader->take(reader, track, packet);
    keep(ring, track, packet);
    trim_video(ring);
    trim_sound(ring);
    trim_to_budget(ring);
    sr_lock_give(&ring->lock);
    ring->references.give(packet->buffer);
    sr_event_signal(&ring->changed);
}

void sr_ring_end(sr_ring *ring, int track) {
    sr_lock_take(&ring->lock);
    ring->tracks[track].ended = true;
    for (sr_ring_reader *reader = ring->readers; reader != NULL; reader = reader->next) {
        if (reader->end != NULL)
            reader->end(reader, track);
    }
    sr_lock_give(&ring->lock);
    sr_event_signal(&ring->changed);
}

sr_ring_figures sr_ring_now(sr_ring *ring) {
    sr_ring_figures now = {0};
    sr_lock_take(&ring->lock);
    const sr_packets *video = &ring->tracks[SR_VIDEO].packets;
    if (video->count > 0)
        now.held_ns = sr_packets_at(video, video->count - 1)->end_ns - first_pts_ns(video);
    now.size_bytes = held_bytes(ring);
    now.packets = video->count + ring->tracks[SR_SOUND].packets.count;
    sr_lock_give(&ring->lock);
    return now;
}
