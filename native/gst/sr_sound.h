/* Sound on its way into GStreamer: copied into a buffer of its own, stamped, pushed. */
#ifndef SR_SOUND_H
#define SR_SOUND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct sr_sound_gst {
    void *(*buffer_new_allocate)(void *allocator, size_t size_bytes, void *params);
    size_t (*buffer_fill)(void *buffer, size_t offset_bytes, const void *from, size_t size_bytes);
    uint64_t (*app_src_get_current_level_bytes)(void *appsrc);
    int (*app_src_push_buffer)(void *appsrc, void *buffer); /* (transfer full) buffer */
} sr_sound_gst;

typedef struct sr_sound {
    sr_sound_gst gst;
    void *element;       /* a GstAppSrc that the caller keeps alive */
    uint64_t most_bytes; /* that may wait in it */
} sr_sound;

/* Returns whether the block was taken: not when it would be too much that waits, or the pipeline takes nothing. */
bool sr_sound_push(const sr_sound *sound, const void *samples, size_t size_bytes, int64_t pts_ns, int64_t duration_ns);

#endif
