/* Encoded packets of one track, in the order in which the encoder gave them. Not thread-safe. */
#ifndef SR_PACKETS_H
#define SR_PACKETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Times are the pipeline's running time, in nanoseconds. */
typedef struct sr_packet {
    void *buffer; /* a reference to it */
    int64_t pts_ns;
    int64_t dts_ns; /* never greater than the PTS, and never less than that of the packet before; may be negative */
    int64_t end_ns; /* the PTS plus the duration, as far as that is known */
    size_t size_bytes;
    bool key;           /* what follows can be decoded from here on */
    bool header;        /* it describes the stream, and has no time */
    int64_t reached_ns; /* the greatest PTS up to here; set when the packet is added */
} sr_packet;

typedef struct sr_packets {
    sr_packet *items; /* a circle */
    size_t first, count, capacity;
    uint64_t size_bytes; /* of all packets together */
} sr_packets;

static inline sr_packet *sr_packets_at(const sr_packets *packets, size_t index) {
    return &packets->items[(packets->first + index) % packets->capacity];
}

/* Returns false if there is no memory. */
bool sr_packets_add(sr_packets *packets, const sr_packet *packet);
/* Removes the oldest packet, whose reference is now the caller's. There must be one. */
sr_packet sr_packets_take(sr_packets *packets);
/* The packets must have been taken. */
void sr_packets_free(sr_packets *packets);

/* The newest keyframe whose PTS is at most `pts_ns`; the oldest one if none is. `count` if there is no keyframe. */
size_t sr_packets_keyframe(const sr_packets *packets, int64_t pts_ns);

/* A frame may be encoded before others that are shown before it. These two look for the end of packets that hold every
 * frame up to their last one. `ended` tells that no more packets come.
 *
 * The fewest packets that reach `until_ns`; 0 if some of them have not come yet.
 */
size_t sr_packets_whole_until(const sr_packets *packets, int64_t until_ns, bool ended);
/* The most packets. */
size_t sr_packets_whole(const sr_packets *packets, bool ended);

#endif
