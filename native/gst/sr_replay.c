#include "sr_replay.h"

#include "sr_buffer.h"
#include "sr_probe.h"

#include <stdlib.h>
#include <string.h>

enum { EVENT_CAPS = 50, EVENT_SEGMENT = 70, EVENT_EOS = 110, EVENT_SHIFT = 8 };
enum { BUFFER_HEADER = 1 << 10, BUFFER_DELTA_UNIT = 1 << 13 };
enum { FORMAT_TIME = 3, FLOW_OK = 0 };

/* A copy is worth while if an encoder's buffer is larger than its content by more than a part of it, and by more. */
enum { WASTED_PART = 16, WASTED_BYTES = 256 };

static const uint64_t TIME_NONE = UINT64_MAX;

/* The beginning of a GstEvent, behind that of every GstMiniObject. */
typedef struct event {
    uintptr_t type;
    int refcount, lockstate;
    unsigned int flags;
    void *copy, *dispose, *free;
    unsigned int priv_uint;
    void *priv_pointer;
    int event_type;
} event;

typedef struct sr_tap {
    sr_replay_gst gst;
    sr_ring *ring;
    int track;
    uint64_t segment[32]; /* a GstSegment is 120 bytes */
    void *caps;
    bool has_segment, has_headers;
    bool is_opus, has_first;
    int64_t first_ns; /* of Opus */
} sr_tap;

static int64_t running_time_ns(const sr_tap *tap, uint64_t time_ns) {
    uint64_t running_ns = 0;
    int sign = tap->gst.segment_to_running_time_full(tap->segment, FORMAT_TIME, time_ns, &running_ns);
    return sign < 0 ? -(int64_t)running_ns : (int64_t)running_ns;
}

/* Buffers of a pool must return to it, and a part of a larger block keeps all of it. */
static void *own(const sr_tap *tap, sr_buffer *buffer, size_t size_bytes, size_t most_bytes) {
    size_t wasted_bytes = most_bytes - size_bytes;
    bool wasteful = wasted_bytes > WASTED_BYTES && wasted_bytes > size_bytes / WASTED_PART;
    return buffer->pool != NULL || wasteful ? tap->gst.buffer_copy_deep(buffer) : tap->gst.mini_object_ref(buffer);
}

/* What is left out of the beginning has no time, so more than one packet may begin with the sound. */
static bool is_pre_skip(sr_tap *tap, int64_t pts_ns) {
    if (!tap->is_opus)
        return false;
    if (!tap->has_first)
        tap->first_ns = pts_ns;
    tap->has_first = true;
    return pts_ns == tap->first_ns;
}

static void add(sr_tap *tap, void *passing) {
    sr_buffer *buffer = passing;
    bool is_header = tap->has_headers && (buffer->flags & BUFFER_HEADER) != 0;
    uint64_t pts_ns = buffer->pts_ns != TIME_NONE ? buffer->pts_ns : buffer->dts_ns;
    if (!tap->has_segment || tap->caps == NULL || (pts_ns == TIME_NONE && !is_header))
        return;
    int64_t running_ns = is_header ? 0 : running_time_ns(tap, pts_ns);
    if (!is_header && is_pre_skip(tap, running_ns))
        return;
    size_t offset_bytes, most_bytes, size_bytes = tap->gst.buffer_get_sizes(buffer, &offset_bytes, &most_bytes);
    sr_packet packet = {.size_bytes = size_bytes, .key = (buffer->flags & BUFFER_DELTA_UNIT) == 0, .header = is_header};
    packet.buffer = own(tap, buffer, size_bytes, most_bytes);
    if (packet.buffer == NULL)
        return;
    packet.pts_ns = running_ns;
    packet.dts_ns = is_header || buffer->dts_ns == TIME_NONE ? packet.pts_ns : running_time_ns(tap, buffer->dts_ns);
    packet.end_ns = packet.pts_ns + (buffer->duration_ns == TIME_NONE ? 0 : (int64_t)buffer->duration_ns);
    sr_ring_add(tap->ring, tap->track, &packet);
}

static void take_caps(sr_tap *tap, void *caps) {
    if (tap->caps != NULL && tap->gst.caps_is_equal(tap->caps, caps))
        return;
    if (tap->caps != NULL)
        tap->gst.mini_object_unref(tap->caps);
    tap->caps = tap->gst.mini_object_ref(caps);
    tap->has_first = false;
    const void *structure = tap->gst.caps_get_structure(caps, 0);
    tap->has_headers = tap->gst.structure_has_field(structure, "streamheader");
    tap->is_opus = tap->gst.structure_has_name(structure, "audio/x-opus");
    sr_ring_begin(tap->ring, tap->track, caps);
}

static void follow(sr_tap *tap, void *passing) {
    void *caps;
    const void *segment;
    switch (((event *)passing)->event_type >> EVENT_SHIFT) {
    case EVENT_CAPS:
        tap->gst.event_parse_caps(passing, &caps);
        take_caps(tap, caps);
        break;
    case EVENT_SEGMENT:
        tap->gst.event_parse_segment(passing, &segment);
        tap->gst.segment_copy_into(segment, tap->segment);
        tap->has_segment = true;
        break;
    case EVENT_EOS:
        sr_ring_end(tap->ring, tap->track);
        break;
    default:
        break;
    }
}

static int look(void *pad, void *probed, void *user_data) {
    (void)pad;
    const sr_probe_info *info = probed;
    sr_tap *tap = user_data;
    if (info->type & SR_PROBE_BUFFER) {
        add(tap, info->data);
    } else if (info->type & SR_PROBE_LIST) {
        unsigned int count = tap->gst.buffer_list_length(info->data);
        for (unsigned int i = 0; i < count; i++)
            add(tap, tap->gst.buffer_list_get(info->data, i));
    } else {
        follow(tap, info->data);
    }
    return SR_PROBE_OK;
}

static void forget(void *user_data) {
    sr_tap *gone = user_data;
    sr_ring_end(gone->ring, gone->track);
    if (gone->caps != NULL)
        gone->gst.mini_object_unref(gone->caps);
    sr_ring_release(gone->ring);
    free(gone);
}

bool sr_replay_watch(const sr_replay_gst *gst, sr_ring *ring, void *pad, int track) {
    sr_tap *fresh = calloc(1, sizeof *fresh);
    if (fresh == NULL)
        return false;
    fresh->gst = *gst;
    fresh->ring = ring;
    fresh->track = track;
    sr_ring_hold(ring);
    sr_ring_expect(ring, track);
    return gst->pad_add_probe(pad, SR_PROBE_BUFFER | SR_PROBE_LIST | SR_PROBE_EVENT, look, fresh, forget) != 0;
}

sr_ring *sr_replay_create(const sr_replay_gst *gst, int64_t keep_ns, uint64_t most_bytes) {
    return sr_ring_create(&(sr_references){gst->mini_object_ref, gst->mini_object_unref}, keep_ns, most_bytes);
}

int sr_replay_push(const sr_replay_gst *gst, void *appsrc, const sr_packet *packet, int64_t base_ns) {
    sr_buffer *buffer = gst->mini_object_copy(packet->buffer); /* which shares the bytes */
    int64_t dts_ns = packet->dts_ns - base_ns, pts_ns = packet->pts_ns - base_ns;
    buffer->pts_ns = packet->header ? TIME_NONE : (uint64_t)(pts_ns < 0 ? 0 : pts_ns);
    buffer->dts_ns = packet->header || dts_ns < 0 ? TIME_NONE : (uint64_t)dts_ns;
    return gst->app_src_push_buffer(appsrc, buffer);
}

int sr_replay_send(const sr_replay_gst *gst, sr_ring_save *save, void *const appsrcs[SR_TRACKS],
                   const int64_t bases_ns[SR_TRACKS]) {
    int track, flow = FLOW_OK;
    for (const sr_packet *each; flow == FLOW_OK && (each = sr_ring_save_next(save, &track)) != NULL;) {
        if (appsrcs[track] != NULL)
            flow = sr_replay_push(gst, appsrcs[track], each, bases_ns[track]);
    }
    for (int i = 0; i < SR_TRACKS; i++) {
        if (appsrcs[i] != NULL)
            gst->app_src_end_of_stream(appsrcs[i]);
    }
    return flow;
}
