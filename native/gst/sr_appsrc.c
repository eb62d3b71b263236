#include "sr_appsrc.h"

#include "sr_buffer.h"
#include "sr_format.h"

/* GST_MEMORY_FLAG_READONLY: an element that wants to draw on a frame must copy it, for we may push it again. */
enum { MEMORY_READONLY = 1 << 1 };

static const uint64_t TIME_NONE = UINT64_MAX;

bool sr_appsrc_check_abi(const sr_gst *gst) {
    const sr_buffer *fresh = gst->buffer_new();
    bool known = fresh->refcount == 1 && fresh->pool == NULL && fresh->pts_ns == TIME_NONE &&
                 fresh->dts_ns == TIME_NONE && fresh->duration_ns == TIME_NONE && fresh->offset == TIME_NONE &&
                 fresh->offset_end == TIME_NONE;
    gst->mini_object_unref((void *)fresh);
    return known;
}

/* GStreamer reads the rows upwards from the last one: the right way up, and no byte moved. */
static void describe_bottom_up(const sr_appsrc *appsrc, const sr_slot_shared *picture, void *buffer) {
    const sr_format *format = &sr_formats[picture->format];
    int stride_bytes = (int)(picture->width_px * format->bytes_per_pixel);
    size_t last_row[4] = {(size_t)stride_bytes * (picture->height_px - 1)};
    int strides[4] = {-stride_bytes};
    appsrc->gst.buffer_add_video_meta_full(buffer, 0, format->gst_format, picture->width_px, picture->height_px, 1,
                                           last_row, strides);
}

static sr_buffer *wrap(const sr_appsrc *appsrc, sr_slot *slot, void (*release)(void *)) {
    const sr_slot_shared *picture = slot->shared;
    sr_buffer *buffer = appsrc->gst.buffer_new_wrapped_full(MEMORY_READONLY, slot->pixels, picture->size_bytes, 0,
                                                            picture->size_bytes, slot, release);
    if (appsrc->turns && picture->bottom_up)
        describe_bottom_up(appsrc, picture, buffer);
    return buffer;
}

static int push(const sr_appsrc *appsrc, sr_buffer *buffer, int64_t pts_ns, int64_t duration_ns) {
    buffer->pts_ns = (uint64_t)pts_ns;
    buffer->duration_ns = (uint64_t)duration_ns;
    return appsrc->gst.app_src_push_buffer(appsrc->element, buffer);
}

int sr_appsrc_push(const sr_appsrc *appsrc, sr_slot *slot, bool keep) {
    int64_t pts_ns = slot->shared->pts_ns, duration_ns = slot->shared->duration_ns;
    sr_slot_lend(slot, keep ? 2 : 1);
    int flow = push(appsrc, wrap(appsrc, slot, sr_slot_release_frame), pts_ns, duration_ns);
    if (flow != SR_FLOW_OK)
        sr_slot_recount_refused(slot);
    return flow;
}

int sr_appsrc_repeat(const sr_appsrc *appsrc, sr_slot *slot, int64_t pts_ns, int64_t duration_ns) {
    sr_slot_add_hold(slot);
    return push(appsrc, wrap(appsrc, slot, sr_slot_release_hold), pts_ns, duration_ns);
}
