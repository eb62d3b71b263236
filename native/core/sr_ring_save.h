/* What is saved from a ring: references to its last packets, and to those that come until the wanted frame is there. */
#ifndef SR_RING_SAVE_H
#define SR_RING_SAVE_H

#include "sr_ring.h"

typedef enum sr_shorter { SR_NOT_SHORTER, SR_SHORTER_BY_START, SR_SHORTER_BY_BUDGET } sr_shorter;

typedef struct sr_ring_save sr_ring_save;

typedef struct sr_save_figures {
    int64_t from_ns, to_ns; /* from the first frame to the end of the last one */
    int64_t lowest_dts_ns;  /* of all frames */
    int64_t frames;         /* 0: there is nothing to save */
    uint64_t size_bytes;
    sr_shorter shorter; /* why it is less than the ring was to keep, or nothing */
} sr_save_figures;

/* Begins with what is held now, and takes a moment. `until_ns` is the PTS of the last wanted frame.
 * `sound_lead` is how many packets of sound from before the first frame come first, if there are as many. Returns NULL
 * if there is no memory.
 */
sr_ring_save *sr_ring_save_begin(sr_ring *ring, int64_t until_ns, size_t sound_lead);

/* Waits until the wanted frame, those that are shown before it, and its sound are there, as long as packets come: at
 * most `patience_ns` from one that is missing to the next. Called once.
 */
sr_save_figures sr_ring_save_await(sr_ring_save *save, int64_t patience_ns);

/* The caps of a track; NULL if nothing of it is saved. Valid as long as the save, and so are the packets. */
void *sr_ring_save_caps(const sr_ring_save *save, int track);
/* The next packet to save: headers, then the others in the order of their DTS over all tracks; NULL behind the last. */
const sr_packet *sr_ring_save_next(sr_ring_save *save, int *track);

void sr_ring_save_free(sr_ring_save *save);

#endif
