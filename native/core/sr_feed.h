/* What a slow reader takes of an encoded stream while it is made: the packets of a ring, as they come and in the order
 * of their DTS. If the reader is behind, what waits is lost up to the next keyframe.
 */
#ifndef SR_FEED_H
#define SR_FEED_H

#include "sr_ring.h"

typedef struct sr_feed sr_feed;

typedef enum sr_fed { SR_FED, SR_FED_NOTHING, SR_FED_END } sr_fed;

/* Holds the ring, keeps less than `most_ns` and `most_bytes`, and begins with the next keyframe. Returns NULL if there
 * is no memory.
 */
sr_feed *sr_feed_create(sr_ring *ring, int64_t most_ns, uint64_t most_bytes);
void sr_feed_free(sr_feed *feed);

/* Goes on with the newest keyframe that waits, or with the next one. */
void sr_feed_restart(sr_feed *feed);
/* All that waits is lost. */
void sr_feed_give_up(sr_feed *feed);
/* Waits, as long as the patience, until the first frame and the caps of all tracks are there. Nothing that is heard
 * before that frame is fed until the next restart. `caps` are references to be given back; NULL for a track that is not
 * there.
 */
sr_fed sr_feed_begin(sr_feed *feed, int64_t patience_ns, void *caps[SR_TRACKS], int64_t *from_ns);
/* Waits for the next packet, whose buffer is now the caller's. No track is ahead of the other. Since the caps have
 * changed, there is nothing until the next sr_feed_begin.
 */
sr_fed sr_feed_take(sr_feed *feed, int64_t patience_ns, sr_packet *packet, int *track);
/* Whether the caps have changed since sr_feed_begin. */
bool sr_feed_is_outdated(sr_feed *feed);

/* How much waits to be taken. */
uint64_t sr_feed_waiting_bytes(sr_feed *feed);
/* How many frames were lost. */
uint64_t sr_feed_lost(sr_feed *feed);

#endif
