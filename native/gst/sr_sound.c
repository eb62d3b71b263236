#include "sr_sound.h"

#include "sr_buffer.h"

enum { FLOW_OK = 0 };

bool sr_sound_push(const sr_sound *sound, const void *samples, size_t size_bytes, int64_t pts_ns, int64_t duration_ns) {
    const sr_sound_gst *gst = &sound->gst;
    if (gst->app_src_get_current_level_bytes(sound->element) + size_bytes > sound->most_bytes)
        return false;
    sr_buffer *buffer = gst->buffer_new_allocate(NULL, size_bytes, NULL);
    if (buffer == NULL)
        return false;
    gst->buffer_fill(buffer, 0, samples, size_bytes);
    buffer->pts_ns = (uint64_t)pts_ns;
    buffer->duration_ns = (uint64_t)duration_ns;
    return gst->app_src_push_buffer(sound->element, buffer) == FLOW_OK;
}
