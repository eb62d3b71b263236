/* Keeps the last seconds of an encoded stream: its packets from a keyframe on, limited by time and by bytes.
 *
 * One thread at a time adds to a track; any thread may do the rest. What a packet and caps are is the caller's matter;
 * the ring takes and gives references to them.
 */
#ifndef SR_RING_H
#define SR_RING_H

#include "sr_packets.h"

enum { SR_VIDEO, SR_SOUND, SR_TRACKS };

typedef struct sr_references {
    void *(*take)(void *object); /* one more reference; returns the object */
    void (*give)(void *object);
} sr_references;

typedef struct sr_ring sr_ring;

typedef struct sr_ring_figures {
    int64_t held_ns; /* from the first frame to the end of the newest one */
    uint64_t size_bytes, packets;
} sr_ring_figures;

/* Keeps at least `keep_ns`, and at most one interval of keyframes more, unless that is more than `most_bytes`. Returns
 * NULL if there is no memory.
 */
sr_ring *sr_ring_create(const sr_references *references, int64_t keep_ns, uint64_t most_bytes);
void sr_ring_hold(sr_ring *ring);
/* Everything is given back with the last holder. */
void sr_ring_release(sr_ring *ring);

/* Tells, before the first packet, that there is this track. */
void sr_ring_expect(sr_ring *ring, int track);
/* What is held was made for other caps and is given back. */
void sr_ring_begin(sr_ring *ring, int track, void *caps);
/* Takes over the reference to the buffer. Headers come behind the caps and before other packets; all are kept. */
void sr_ring_add(sr_ring *ring, int track, const sr_packet *packet);
/* The track gets no more packets. */
void sr_ring_end(sr_ring *ring, int track);

sr_ring_figures sr_ring_now(sr_ring *ring);

#endif
