/* How the pixels of one slot come from the GPU into its memory: by which strategy, and whether they are there yet.
 *
 *   strategy    the slot's memory is    a read is over when
 *   client      ours                    glReadPixels returns
 *   mapped      the driver's; mapped    its fence is done; then the buffer is mapped until the slot's next read
 *   persistent  the driver's; mapped    its fence is done
 *               for the transfer's life
 *   pinned      ours, and the GPU       its fence is done
 *               writes into it
 */
#ifndef SR_TRANSFER_H
#define SR_TRANSFER_H

#include "sr_readback.h"
#include "sr_slot.h"
#include "sr_watch.h"

typedef enum sr_strategy { SR_CLIENT = 0, SR_MAPPED = 1, SR_PERSISTENT = 2, SR_PINNED = 3, SR_STRATEGIES } sr_strategy;

typedef enum sr_transfer_state {
    SR_TRANSFER_DONE = 0,    /* the pixels are in the slot */
    SR_TRANSFER_PENDING = 1, /* the GPU has not come to it yet, or another context is current */
    SR_TRANSFER_LOST = 2,    /* the driver failed */
} sr_transfer_state;

typedef struct sr_transfer sr_transfer;

/* Returns whether this context supports the strategy. */
bool sr_strategy_supported(const sr_gl *gl, sr_strategy strategy);
/* Returns whether slots must be made without memory of ours. */
bool sr_strategy_uses_driver_memory(sr_strategy strategy);

/* All on the render thread, with the context current that `gl` was resolved for; the slot and `gl` outlive it.
 * NULL when the driver or the system has no memory.
 */
sr_transfer *sr_transfer_open(const sr_gl *gl, sr_strategy strategy, sr_slot *slot, size_t size_bytes);
/* From `framebuffer`, if it is the one that is bound for reading, into a slot that is READING. Nothing has begun unless
 * this returns SR_READ_OK. May begin again before the read is over, for the next tile of the frame: it is over when the
 * last one is.
 */
sr_read_status sr_transfer_begin(sr_transfer *transfer, const sr_reader *reader, int framebuffer);
/* The same from the framebuffer that is watched, if it is what it was at the last look. */
sr_read_status sr_transfer_begin_watched(sr_transfer *transfer, const sr_reader *reader, sr_watch *watch);
/* A tile of the frame: see sr_rects_tile. */
sr_read_status sr_transfer_begin_tile(sr_transfer *transfer, int framebuffer, const sr_area *area, sr_position at,
                                      int frame_width_px, int frame_height_px);
/* Waits at most `timeout_ns`. Once DONE or LOST, the read is over. */
sr_transfer_state sr_transfer_poll(sr_transfer *transfer, int64_t timeout_ns);
/* Neither the GPU nor GStreamer may still use the slot. In another context nothing of GL's is deleted. */
void sr_transfer_close(sr_transfer *transfer);

#endif
