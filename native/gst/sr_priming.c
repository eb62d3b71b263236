#include "sr_priming.h"

#include "sr_buffer.h"
#include "sr_probe.h"

#include <stdlib.h>

static const uint64_t TIME_NONE = UINT64_MAX;

typedef struct beginning {
    sr_priming_gst gst;
    uint64_t begin_ns;
} beginning;

static int look(void *pad, void *probed, void *user_data) {
    (void)pad;
    const beginning *own = user_data;
    sr_probe_info *info = probed;
    sr_buffer *buffer = info->data = own->gst.mini_object_make_writable(info->data);
    buffer->dts_ns = buffer->pts_ns; /* of every packet, because one without a DTS would be given another time */
    if (buffer->pts_ns < own->begin_ns) {
        uint64_t end_ns = buffer->duration_ns == TIME_NONE ? 0 : buffer->pts_ns + buffer->duration_ns;
        buffer->pts_ns = end_ns > own->begin_ns ? end_ns : own->begin_ns;
    }
    return SR_PROBE_OK;
}

unsigned long sr_priming_watch(const sr_priming_gst *gst, void *pad, int64_t begin_ns) {
    beginning *own = malloc(sizeof *own);
    if (own == NULL)
        return 0;
    *own = (beginning){*gst, (uint64_t)begin_ns};
    return gst->pad_add_probe(pad, SR_PROBE_BUFFER, look, own, free);
}
