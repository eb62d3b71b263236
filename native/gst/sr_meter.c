#include "sr_meter.h"

#include "sr_probe.h"

#include <stdatomic.h>
#include <stdlib.h>

struct sr_meter {
    sr_meter_gst gst;
    _Atomic int64_t frames, largest_bytes;
    atomic_int holders; /* its maker and each pad */
};

static int count(void *pad, void *probed, void *user_data) {
    (void)pad;
    const sr_probe_info *info = probed;
    sr_meter *meter = user_data;
    int64_t size_bytes = (int64_t)meter->gst.buffer_get_size(info->data);
    int64_t largest_bytes = atomic_load(&meter->largest_bytes);
    while (size_bytes > largest_bytes &&
           !atomic_compare_exchange_weak(&meter->largest_bytes, &largest_bytes, size_bytes)) {
    }
    atomic_fetch_add(&meter->frames, 1);
    return SR_PROBE_OK;
}

static void let_go(void *user_data) {
    sr_meter *meter = user_data;
    if (atomic_fetch_sub(&meter->holders, 1) == 1)
        free(meter);
}

sr_meter *sr_meter_create(const sr_meter_gst *gst) {
    sr_meter *meter = calloc(1, sizeof *meter);
    if (meter != NULL) {
        meter->gst = *gst;
        atomic_init(&meter->holders, 1);
    }
    return meter;
}

void sr_meter_watch(sr_meter *meter, void *pad) {
    atomic_fetch_add(&meter->holders, 1);
    meter->gst.pad_add_probe(pad, SR_PROBE_BUFFER, count, meter, let_go);
}

int64_t sr_meter_frames(const sr_meter *meter) {
    return atomic_load(&meter->frames);
}

int64_t sr_meter_largest_bytes(const sr_meter *meter) {
    return atomic_load(&meter->largest_bytes);
}

void sr_meter_release(sr_meter *meter) {
    let_go(meter);
}
