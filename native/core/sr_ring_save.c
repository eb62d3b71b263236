#include "sr_ring_save.h"
#include "sr_os.h"
#include "sr_ring_inside.h"

#include <stdlib.h>

static const int64_t NAP_NS = 20000000;

struct sr_ring_save {
    sr_ring_reader reader;
    sr_ring *ring; /* which this holds */
    int64_t until_ns;
    size_t sound_lead;
    sr_ring_track tracks[SR_TRACKS];
    int64_t waited_ns[SR_TRACKS]; /* since the newest packet came, as far as the process ran */
    size_t headers_sent[SR_TRACKS];
    size_t end[SR_TRACKS]; /* the first packet that is not saved */
    size_t at[SR_TRACKS];  /* the next one to save */
    sr_save_figures figures;
};

static void copy(sr_ring_save *save, int track, sr_packets *into, const sr_packet *packet) {
    if (sr_packets_add(into, packet))
        save->ring->references.take(packet->buffer);
    else
        save->tracks[track].ended = true;
}

/* What describes the packets is what the ring has now. */
static void describe(sr_ring_save *save, int track) {
    const sr_ring_track *held = &save->ring->tracks[track];
    save->tracks[track].caps = save->ring->references.take(held->caps);
    for (size_t i = 0; i < held->headers.count; i++)
        copy(save, track, &save->tracks[track].headers, sr_packets_at(&held->headers, i));
}

static void take(sr_ring_save *save, int track, const sr_packet *packet) {
    sr_ring_track *own = &save->tracks[track];
    bool useful = !packet->header && (track != SR_VIDEO || own->packets.count > 0 || packet->key);
    if (own->ended || !useful)
        return;
    if (own->caps == NULL)
        describe(save, track);
    copy(save, track, &own->packets, packet);
}

static void take_passing(sr_ring_reader *reader, int track, const sr_packet *packet) {
    sr_ring_save *save = (sr_ring_save *)reader;
    take(save, track, packet);
    save->waited_ns[track] = 0;
}

static void end_before_change(sr_ring_reader *reader, int track) {
    sr_ring_track *own = &((sr_ring_save *)reader)->tracks[track];
    own->ended = own->ended || own->caps != NULL;
}

static void end_track(sr_ring_reader *reader, int track) {
    ((sr_ring_save *)reader)->tracks[track].ended = true;
}

static void take_held(sr_ring_save *save, int track, size_t first) {
    const sr_ring_track *held = &save->ring->tracks[track];
    for (size_t i = first; i < held->packets.count; i++)
        take(save, track, sr_packets_at(&held->packets, i));
    save->tracks[track].expected = held->expected;
    save->tracks[track].ended = save->tracks[track].ended || held->ended;
}

/* Returns the packet with which to begin: as long before the wanted frame, or before the newest one until that comes.
 */
static size_t first_frame(const sr_ring_save *save, const sr_packets *video) {
    int64_t last_ns = video->count > 0 ? sr_packets_at(video, video->count - 1)->reached_ns : save->until_ns;
    return sr_packets_keyframe(video, (last_ns < save->until_ns ? last_ns : save->until_ns) - save->ring->keep_ns);
}

sr_ring_save *sr_ring_save_begin(sr_ring *ring, int64_t until_ns, size_t sound_lead) {
    sr_ring_save *save = calloc(1, sizeof *save);
    if (save == NULL)
        return NULL;
    sr_ring_hold(ring);
    save->reader = (sr_ring_reader){take_passing, end_before_change, end_track, NULL};
    save->ring = ring;
    save->until_ns = until_ns;
    save->sound_lead = sound_lead;
    sr_lock_take(&ring->lock);
    take_held(save, SR_VIDEO, first_frame(save, &ring->tracks[SR_VIDEO].packets));
    take_held(save, SR_SOUND, 0);
    sr_ring_join(ring, &save->reader);
    sr_lock_give(&ring->lock);
    return save;
}

/* Frames that are shown before the first keyframe, as some encoders have behind it, cannot be decoded. */
static bool is_shown(const sr_ring_save *save, const sr_packet *packet) {
    return packet->pts_ns >= sr_packets_at(&save->tracks[SR_VIDEO].packets, 0)->pts_ns;
}

static int64_t end_of_video_ns(const sr_ring_save *save, size_t count) {
    int64_t end_ns = INT64_MIN;
    for (size_t i = 0; i < count; i++) {
        const sr_packet *packet = sr_packets_at(&save->tracks[SR_VIDEO].packets, i);
        end_ns = packet->end_ns > end_ns ? packet->end_ns : end_ns;
    }
    return end_ns;
}

/* Returns a track of which packets are missing; SR_TRACKS if there is none. */
static int missing(const sr_ring_save *save) {
    const sr_ring_track *video = &save->tracks[SR_VIDEO], *sound = &save->tracks[SR_SOUND];
    size_t count = sr_packets_whole_until(&video->packets, save->until_ns, video->ended);
    if (count == 0)
        return video->ended ? SR_TRACKS : SR_VIDEO;
    if (!sound->expected || sound->ended)
        return SR_TRACKS;
    bool reached = sound->packets.count > 0 &&
                   sr_packets_at(&sound->packets, sound->packets.count - 1)->end_ns >= end_of_video_ns(save, count);
    return reached ? SR_TRACKS : SR_SOUND;
}

static void cut_video(sr_ring_save *save) {
    const sr_ring_track *video = &save->tracks[SR_VIDEO];
    sr_save_figures *figures = &save->figures;
    size_t count = sr_packets_whole_until(&video->packets, save->until_ns, video->ended);
    if (count == 0)
        count = sr_packets_whole(&video->packets, true);
    save->end[SR_VIDEO] = count;
    if (count == 0)
        return;
    figures->from_ns = sr_packets_at(&video->packets, 0)->pts_ns;
    figures->to_ns = end_of_video_ns(save, count);
    figures->lowest_dts_ns = sr_packets_at(&video->packets, 0)->dts_ns;
    for (size_t i = 0; i < count; i++) {
        figures->frames += is_shown(save, sr_packets_at(&video->packets, i));
        figures->size_bytes += sr_packets_at(&video->packets, i)->size_bytes;
    }
}

static void cut_sound(sr_ring_save *save) {
    const sr_packets *sound = &save->tracks[SR_SOUND].packets;
    size_t first = 0, end;
    while (first < sound->count && sr_packets_at(sound, first)->pts_ns < save->figures.from_ns)
        first++;
    first -= save->sound_lead < first ? save->sound_lead : first;
    for (end = first; end < sound->count && sr_packets_at(sound, end)->pts_ns < save->figures.to_ns; end++)
        save->figures.size_bytes += sr_packets_at(sound, end)->size_bytes;
    save->at[SR_SOUND] = first;
    save->end[SR_SOUND] = end;
}

static void explain_length(sr_ring_save *save) {
    int64_t wanted_ns = save->until_ns - save->ring->keep_ns;
    bool is_empty = save->figures.frames == 0;
    if (is_empty || save->figures.from_ns > wanted_ns)
        save->figures.shorter =
            save->ring->budget_cut_ns > (is_empty ? INT64_MIN : wanted_ns) ? SR_SHORTER_BY_BUDGET : SR_SHORTER_BY_START;
}

/* The wanted frame has come, or comes no more. */
static void cut_beginning(sr_ring_save *save) {
    sr_packets *video = &save->tracks[SR_VIDEO].packets;
    for (size_t left = first_frame(save, video); left > 0; left--)
        save->ring->references.give(sr_packets_take(video).buffer);
}

static void end(sr_ring_save *save) {
    sr_ring_leave(save->ring, &save->reader);
    cut_beginning(save);
    cut_video(save);
    if (save->figures.frames > 0)
        cut_sound(save);
    explain_length(save);
}

/* Returns how long to wait for another packet; 0 when the wait is over. */
static int64_t still_to_wait_ns(sr_ring_save *save, int64_t patience_ns) {
    int track = missing(save);
    int64_t left_ns = track == SR_TRACKS ? 0 : patience_ns - save->waited_ns[track];
    return left_ns > 0 ? left_ns : 0;
}

/* A look that comes much later than a nap should have ended means that the process stood still. */
static void count_wait(sr_ring_save *save, int64_t since_look_ns) {
    int64_t waited_ns = since_look_ns < 2 * NAP_NS ? since_look_ns : 2 * NAP_NS;
    for (int i = 0; i < SR_TRACKS; i++)
        save->waited_ns[i] += waited_ns;
}

sr_save_figures sr_ring_save_await(sr_ring_save *save, int64_t patience_ns) {
    sr_ring *ring = save->ring;
    bool over = false;
    int64_t looked_ns = sr_os_now_ns();
    while (!over) {
        uint32_t seen = atomic_load(&ring->changed.count);
        int64_t now_ns = sr_os_now_ns();
        sr_lock_take(&ring->lock);
        count_wait(save, now_ns - looked_ns);
        int64_t left_ns = still_to_wait_ns(save, patience_ns);
        over = left_ns == 0;
        if (over)
            end(save);
        sr_lock_give(&ring->lock);
        looked_ns = now_ns;
        if (!over)
            sr_event_await(&ring->changed, seen, left_ns < NAP_NS ? left_ns : NAP_NS);
    }
    return save->figures;
}

void *sr_ring_save_caps(const sr_ring_save *save, int track) {
    return save->end[track] > save->at[track] ? save->tracks[track].caps : NULL;
}

static const sr_packet *waiting(const sr_ring_save *save, int track) {
    return save->at[track] < save->end[track] ? sr_packets_at(&save->tracks[track].packets, save->at[track]) : NULL;
}

static const sr_packet *next_header(sr_ring_save *save, int *track) {
    for (*track = 0; *track < SR_TRACKS; ++*track) {
        const sr_packets *headers = &save->tracks[*track].headers;
        if (save->headers_sent[*track] < headers->count)
            return sr_packets_at(headers, save->headers_sent[*track]++);
    }
    return NULL;
}

const sr_packet *sr_ring_save_next(sr_ring_save *save, int *track) {
    const sr_packet *header = next_header(save, track);
    if (header != NULL)
        return header;
    const sr_packet *video = waiting(save, SR_VIDEO), *sound = waiting(save, SR_SOUND);
    while (video != NULL && !is_shown(save, video)) {
        save->at[SR_VIDEO]++;
        video = waiting(save, SR_VIDEO);
    }
    bool sound_first = sound != NULL && (video == NULL || sound->dts_ns < video->dts_ns);
    *track = sound_first ? SR_SOUND : SR_VIDEO;
    const sr_packet *next = sound_first ? sound : video;
    save->at[*track] += next != NULL;
    return next;
}

void sr_ring_save_free(sr_ring_save *save) {
    sr_ring *ring = save->ring;
    sr_lock_take(&ring->lock);
    sr_ring_leave(ring, &save->reader);
    sr_lock_give(&ring->lock);
    for (int i = 0; i < SR_TRACKS; i++)
        sr_ring_empty(ring, &save->tracks[i]);
    sr_ring_release(ring);
    free(save);
}
