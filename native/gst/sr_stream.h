/* Sends an encoded stream to a network while it is made: what a feed gives goes to the GstAppSrcs of a connection. */
#ifndef SR_STREAM_H
#define SR_STREAM_H

#include "sr_feed.h"
#include "sr_replay.h"

typedef enum sr_sent { SR_SENT, SR_SENT_NOTHING, SR_SENT_END, SR_SENT_OUTDATED, SR_SENT_REFUSED } sr_sent;

typedef struct sr_stream_packet {
    int64_t size_bytes;
    int64_t frames; /* 1, or 0 for sound */
} sr_stream_packet;

/* Waits for the first keyframe of a connection, and tells the appsrcs (NULL where there is none) what comes. */
sr_sent sr_stream_begin(const sr_replay_gst *gst, sr_feed *feed, void *const appsrcs[SR_TRACKS], int64_t patience_ns,
                        int64_t *base_ns);
/* Waits for the next packet and sends it, with times that begin at `base_ns`. */
sr_sent sr_stream_send(const sr_replay_gst *gst, sr_feed *feed, void *const appsrcs[SR_TRACKS], int64_t base_ns,
                       int64_t patience_ns, sr_stream_packet *sent);

#endif
