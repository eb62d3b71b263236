/* The ring as its own two files know it. */
#ifndef SR_RING_INSIDE_H
#define SR_RING_INSIDE_H

#include "sr_event.h"
#include "sr_lock.h"
#include "sr_ring.h"
#include "sr_ring_save.h"

typedef struct sr_ring_track {
    sr_packets headers, packets;
    void *caps; /* NULL before the first */
    bool expected, ended;
} sr_ring_track;

struct sr_ring {
    sr_references references;
    int64_t keep_ns;
    uint64_t most_bytes;
    _Atomic uint32_t holders;
    sr_event changed; /* after each packet, and each end of a track */
    sr_lock lock;     /* of what follows */
    sr_ring_track tracks[SR_TRACKS];
    int64_t budget_cut_ns; /* the budget has cut off what was before */
    sr_ring_save *saves;   /* those that take packets */
    struct sr_feed *feed;  /* which holds the ring; NULL if there is none */
};

struct sr_ring_save {
    sr_ring *ring; /* which this holds */
    sr_ring_save *next;
    int64_t until_ns;
    bool sound_warms_up;
    sr_ring_track tracks[SR_TRACKS];
    int64_t waited_ns[SR_TRACKS]; /* since the newest packet came, as far as the process ran */
    size_t headers_sent[SR_TRACKS];
    size_t end[SR_TRACKS]; /* the first packet that is not saved */
    size_t at[SR_TRACKS];  /* the next one to save */
    sr_save_figures figures;
};

/* Gives back all that the track holds. */
void sr_ring_empty(sr_ring *ring, sr_ring_track *track);

/* Under the ring's lock. */
void sr_ring_save_take(sr_ring_save *save, int track, const sr_packet *packet);

#endif
