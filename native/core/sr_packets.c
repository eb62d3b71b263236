#include "sr_packets.h"

#include <stdlib.h>

enum { LEAST_CAPACITY = 64 };

static bool grow(sr_packets *packets) {
    size_t capacity = packets->capacity == 0 ? LEAST_CAPACITY : 2 * packets->capacity;
    sr_packet *items = malloc(capacity * sizeof *items);
    if (items == NULL)
        return false;
    for (size_t i = 0; i < packets->count; i++)
        items[i] = *sr_packets_at(packets, i);
    free(packets->items);
    packets->items = items;
    packets->first = 0;
    packets->capacity = capacity;
    return true;
}

bool sr_packets_add(sr_packets *packets, const sr_packet *packet) {
    if (packets->count == packets->capacity && !grow(packets))
        return false;
    packets->count++;
    sr_packet *added = sr_packets_at(packets, packets->count - 1);
    *added = *packet;
    added->reached_ns = packet->pts_ns;
    if (packets->count > 1 && sr_packets_at(packets, packets->count - 2)->reached_ns > added->reached_ns)
        added->reached_ns = sr_packets_at(packets, packets->count - 2)->reached_ns;
    packets->size_bytes += packet->size_bytes;
    return true;
}

sr_packet sr_packets_take(sr_packets *packets) {
    sr_packet oldest = *sr_packets_at(packets, 0);
    packets->first = (packets->first + 1) % packets->capacity;
    packets->count--;
    packets->size_bytes -= oldest.size_bytes;
    return oldest;
}

void sr_packets_free(sr_packets *packets) {
    free(packets->items);
    *packets = (sr_packets){0};
}

size_t sr_packets_keyframe(const sr_packets *packets, int64_t pts_ns) {
    size_t found = packets->count;
    for (size_t i = 0; i < packets->count; i++) {
        const sr_packet *packet = sr_packets_at(packets, i);
        if (!packet->key)
            continue;
        if (found < packets->count && packet->pts_ns > pts_ns)
            break;
        found = i;
    }
    return found;
}

/* Packets that come later have greater DTS, and no PTS is less than its DTS. */
static int64_t least_pts_to_come_ns(const sr_packets *packets, bool ended) {
    return ended ? INT64_MAX : sr_packets_at(packets, packets->count - 1)->dts_ns + 1;
}

size_t sr_packets_whole_until(const sr_packets *packets, int64_t until_ns, bool ended) {
    size_t fewest = 0;
    int64_t later_ns = packets->count == 0 ? 0 : least_pts_to_come_ns(packets, ended);
    for (size_t count = packets->count; count > 0; count--) {
        const sr_packet *last = sr_packets_at(packets, count - 1);
        if (last->reached_ns < until_ns)
            break;
        if (later_ns > last->reached_ns)
            fewest = count;
        later_ns = last->pts_ns < later_ns ? last->pts_ns : later_ns;
    }
    return fewest;
}

size_t sr_packets_whole(const sr_packets *packets, bool ended) {
    int64_t later_ns = packets->count == 0 ? 0 : least_pts_to_come_ns(packets, ended);
    for (size_t count = packets->count; count > 0; count--) {
        const sr_packet *last = sr_packets_at(packets, count - 1);
        if (later_ns > last->reached_ns)
            return count;
        later_ns = last->pts_ns < later_ns ? last->pts_ns : later_ns;
    }
    return 0;
}
