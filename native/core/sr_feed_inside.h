/* The feed as the ring knows it. All of it is under the ring's lock. */
#ifndef SR_FEED_INSIDE_H
#define SR_FEED_INSIDE_H

#include "sr_feed.h"

void sr_feed_add(sr_feed *feed, int track, const sr_packet *packet);
/* The packets that wait were made for other caps. */
void sr_feed_change(sr_feed *feed, int track);

#endif
