/* The ring as those know it that read what passes. It knows none of them. */
#ifndef SR_RING_INSIDE_H
#define SR_RING_INSIDE_H

#include "sr_event.h"
#include "sr_lock.h"
#include "sr_ring.h"

typedef struct sr_ring_track {
    sr_packets headers, packets;
    void *caps; /* NULL before the first */
    bool expected, ended;
} sr_ring_track;

/* The first member of a reader. Each function is called under the ring's lock. */
typedef struct sr_ring_reader sr_ring_reader;
struct sr_ring_reader {
    void (*take)(sr_ring_reader *reader, int track, const sr_packet *packet);
    void (*change)(sr_ring_reader *reader, int track); /* what follows has other caps */
    void (*end)(sr_ring_reader *reader, int track);    /* NULL for one that looks at the track itself */
    sr_ring_reader *next;
};

struct sr_ring {
    sr_references references;
    int64_t keep_ns;
    uint64_t most_bytes;
    _Atomic uint32_t holders;
    sr_event changed; /* after each packet, and each end of a track */
    sr_lock lock;     /* of what follows */
    sr_ring_track tracks[SR_TRACKS];
    int64_t budget_cut_ns;   /* the budget has cut off what was before */
    sr_ring_reader *readers; /* each holds the ring */
};

/* Gives back all that the track holds. */
void sr_ring_empty(sr_ring *ring, sr_ring_track *track);

/* Under the ring's lock. One that has left already may leave again. */
void sr_ring_join(sr_ring *ring, sr_ring_reader *reader);
void sr_ring_leave(sr_ring *ring, sr_ring_reader *reader);

#endif
