/* Counts the encoded frames on their way into the muxer, which may hold them back for a while. */
#ifndef SR_METER_H
#define SR_METER_H

#include <stddef.h>
#include <stdint.h>

typedef struct sr_meter_gst {
    unsigned long (*pad_add_probe)(void *pad, int mask, int (*callback)(void *pad, void *info, void *user_data),
                                   void *user_data, void (*destroy)(void *user_data));
    size_t (*buffer_get_size)(void *buffer);
} sr_meter_gst;

typedef struct sr_meter sr_meter;

/* Returns a meter to be released; NULL when there is no memory. */
sr_meter *sr_meter_create(const sr_meter_gst *gst);

/* Counts what passes the GstPad as long as the pad lives. */
void sr_meter_watch(sr_meter *meter, void *pad);

/* Any thread may ask. */
int64_t sr_meter_frames(const sr_meter *meter);
int64_t sr_meter_largest_bytes(const sr_meter *meter);

/* The pads go on counting. */
void sr_meter_release(sr_meter *meter);

#endif
