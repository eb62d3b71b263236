/* A pixel-pack buffer of ours, and the ways to get at its memory.
 *
 * An application may delete or reallocate it: by a clean-up of all names, or by a name that it chooses itself. So the
 * buffer is looked at before each use, and is not used, nor deleted, once it is no longer as we made it.
 */
#ifndef SR_PIXEL_BUFFER_H
#define SR_PIXEL_BUFFER_H

#include "sr_gl.h"

#include <stddef.h>

typedef enum sr_strategy { SR_CLIENT = 0, SR_MAPPED = 1, SR_PERSISTENT = 2, SR_PINNED = 3, SR_STRATEGIES } sr_strategy;

typedef struct sr_pixel_buffer {
    const sr_gl *gl;
    sr_strategy strategy;
    size_t size_bytes;
    void *pixels;      /* NULL if they are not mapped; for PINNED always the caller's memory */
    unsigned int name; /* 0 if there is no buffer */
    bool mapped;
} sr_pixel_buffer;

/* Creates the buffer. `gl`, `strategy`, `size_bytes` and, for PINNED, `pixels` are set. Returns false and leaves
 * nothing behind if the driver has no memory. All functions keep the application's binding. */
bool sr_pixel_buffer_create(sr_pixel_buffer *buffer);
/* Returns whether the buffer, with its memory and mapping, is still as we made it. */
bool sr_pixel_buffer_is_ours(const sr_pixel_buffer *buffer);
/* Maps a MAPPED buffer. Returns false if it is no longer ours or the driver fails. */
bool sr_pixel_buffer_map(sr_pixel_buffer *buffer);
/* Unmaps a MAPPED buffer, if it is mapped, so that the GPU may write. Returns false if the buffer is no longer ours. */
bool sr_pixel_buffer_unmap(sr_pixel_buffer *buffer);
/* Deletes the buffer if it is still ours. */
void sr_pixel_buffer_delete(sr_pixel_buffer *buffer);

#endif
