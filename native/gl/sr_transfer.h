/* Moves the pixels of one slot from the GPU into its memory by one of the strategies, and tells when they have arrived.
 *
 *   strategy    the slot's memory is    a read has ended when
 *   client      ours                    glReadPixels returns
 *   mapped      the driver's; mapped    its fence is done; then the buffer is mapped until the slot's next read
 *   persistent  the driver's; mapped    its fence is done
 *               for the transfer's life
 *   pinned      ours, and the GPU       its fence is done
 *               writes into it
 */
#ifndef SR_TRANSFER_H
#define SR_TRANSFER_H

#include "sr_pixel_buffer.h"
#include "sr_readback.h"
#include "sr_slot.h"
#include "sr_watch.h"

typedef enum sr_transfer_state {
    SR_TRANSFER_DONE = 0,    /* the pixels are in the slot */
    SR_TRANSFER_PENDING = 1, /* the GPU has not finished the read, or another context is current */
    SR_TRANSFER_LOST = 2,    /* the driver failed, or the application has deleted or reallocated the buffer */
    SR_TRANSFER_PARTIAL = 3, /* the framebuffer was smaller, or was not copied; not all pixels are this frame's */
} sr_transfer_state;

typedef struct sr_transfer sr_transfer;

/* Returns whether this context supports the strategy. */
bool sr_strategy_supported(const sr_gl *gl, sr_strategy strategy);
/* Returns whether slots must be created without memory of ours. */
bool sr_strategy_uses_driver_memory(sr_strategy strategy);

/* Opens a transfer for a slot. Returns NULL if the driver or the system has no memory. The slot and `gl` must outlive
 * the transfer. Call this and all functions below on the render thread, while the context of `gl` is current.
 */
sr_transfer *sr_transfer_open(const sr_gl *gl, sr_strategy strategy, sr_slot *slot, size_t size_bytes);
/* Begins to read from `framebuffer` into a READING slot, if `framebuffer` is bound for reading. Unless it returns
 * SR_READ_OK, no read has begun. If `guarded`, a framebuffer that is too small is noticed: by SR_READ_OTHER_FRAMEBUFFER
 * if the read has already ended, otherwise by sr_transfer_poll.
 */
sr_read_status sr_transfer_begin(sr_transfer *transfer, const sr_reader *reader, int framebuffer, bool guarded);
/* Does the same, guarded, from the watched framebuffer, unless it has changed since the last look. */
sr_read_status sr_transfer_begin_watched(sr_transfer *transfer, const sr_reader *reader, sr_watch *watch);
/* Begins to read a tile of the frame, guarded: see sr_rects_tile. The read ends with its last tile. */
sr_read_status sr_transfer_begin_tile(sr_transfer *transfer, int framebuffer, const sr_area *area, sr_position at,
                                      int frame_width_px, int frame_height_px, bool first);
/* Waits at most `timeout_ns` and returns the state. All but PENDING mean that the read has ended. */
sr_transfer_state sr_transfer_poll(sr_transfer *transfer, int64_t timeout_ns);
/* Closes the transfer. Neither the GPU nor GStreamer may still use the slot. If another context is current, no GL
 * object is deleted. */
void sr_transfer_close(sr_transfer *transfer);

#endif
