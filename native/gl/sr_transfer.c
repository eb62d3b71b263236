#include "sr_transfer.h"

#include "sr_context.h"

#include <stdlib.h>

enum {
    GL_ALREADY_SIGNALED = 0x911A,
    GL_CONDITION_SATISFIED = 0x911C,
    GL_SYNC_FLUSH_COMMANDS_BIT = 0x0001,
    GL_SYNC_GPU_COMMANDS_COMPLETE = 0x9117,
    GL_TIMEOUT_EXPIRED = 0x911B,
};

static const uint64_t LONGEST_READ_NS = 1000000000;

struct sr_transfer {
    const sr_gl *gl;
    sr_strategy strategy;
    sr_slot *slot;
    size_t size_bytes;
    sr_pixel_buffer buffer; /* not for the client strategy */
    void *fence;            /* of the read that is under way */
    bool arrived;           /* the last read is over */
    sr_transfer_state end;  /* how it ended */
    sr_guards guards;       /* of the last read */
    sr_watch *watch;        /* of the last read, or NULL */
};

bool sr_strategy_supported(const sr_gl *gl, sr_strategy strategy) {
    bool fenced_buffers = gl->pack_buffer && gl->sync;
    switch (strategy) {
    case SR_CLIENT:
        return true;
    case SR_MAPPED:
        return fenced_buffers;
    case SR_PERSISTENT:
        return fenced_buffers && gl->buffer_storage;
    case SR_PINNED:
        return fenced_buffers && gl->pinned_memory;
    case SR_STRATEGIES:
        break;
    }
    return false;
}

bool sr_strategy_uses_driver_memory(sr_strategy strategy) {
    return strategy == SR_MAPPED || strategy == SR_PERSISTENT;
}

static bool create_buffer(sr_transfer *transfer) {
    if (!sr_strategy_supported(transfer->gl, transfer->strategy))
        return false;
    transfer->buffer = (sr_pixel_buffer){
        .gl = transfer->gl,
        .strategy = transfer->strategy,
        .size_bytes = transfer->size_bytes,
        .pixels = transfer->strategy == SR_PINNED ? transfer->slot->pixels : NULL,
    };
    bool created = sr_pixel_buffer_create(&transfer->buffer);
    transfer->slot->pixels = transfer->buffer.pixels;
    return created;
}

sr_transfer *sr_transfer_open(const sr_gl *gl, sr_strategy strategy, sr_slot *slot, size_t size_bytes) {
    sr_transfer *transfer = malloc(sizeof *transfer);
    if (transfer == NULL)
        return NULL;
    *transfer = (sr_transfer){.gl = gl, .strategy = strategy, .slot = slot, .size_bytes = size_bytes};
    if (strategy != SR_CLIENT && !create_buffer(transfer)) {
        sr_transfer_close(transfer);
        return NULL;
    }
    return transfer;
}

/* The last frame's mapping has to go before the GPU may write the next. A buffer that is lost is replaced. */
static bool prepare(sr_transfer *transfer) {
    transfer->arrived = false;
    return sr_pixel_buffer_unmap(&transfer->buffer) || create_buffer(transfer);
}

static void delete_fence(sr_transfer *transfer) {
    if (transfer->fence != NULL)
        transfer->gl->delete_sync(transfer->fence);
    transfer->fence = NULL;
}

/* The driver may still have the memory that MAPPED reads into. */
static sr_destination destination(sr_transfer *transfer, bool guarded) {
    return (sr_destination){
        .memory = transfer->strategy == SR_MAPPED ? NULL : transfer->slot->pixels,
        .buffer = transfer->buffer.name,
        .size_bytes = transfer->size_bytes,
        .guards = guarded ? &transfer->guards : NULL,
    };
}

/* The next look asks again for the size that has proved wrong. */
static bool is_whole(sr_transfer *transfer) {
    bool whole = sr_guards_are_passed(&transfer->guards, transfer->slot->pixels);
    if (!whole && transfer->watch != NULL)
        sr_watch_doubt(transfer->watch);
    return whole;
}

static sr_read_status read_now(sr_transfer *transfer, const sr_reader *reader, int framebuffer, bool guarded) {
    const sr_destination to = destination(transfer, guarded);
    sr_read_status status = sr_reader_read(reader, framebuffer, &to);
    return status == SR_READ_OK && !is_whole(transfer) ? SR_READ_OTHER_FRAMEBUFFER : status;
}

static sr_read_status begin(sr_transfer *transfer, const sr_reader *reader, int framebuffer, bool guarded) {
    if (transfer->strategy == SR_CLIENT)
        return read_now(transfer, reader, framebuffer, guarded);
    if (!sr_context_is_current(transfer->gl))
        return SR_READ_OTHER_CONTEXT;
    if (!prepare(transfer))
        return SR_READ_FAILED;
    const sr_destination to = destination(transfer, guarded);
    sr_read_status status = sr_reader_read(reader, framebuffer, &to);
    if (status != SR_READ_OK)
        return status;
    delete_fence(transfer);
    transfer->fence = transfer->gl->fence_sync(GL_SYNC_GPU_COMMANDS_COMPLETE, 0);
    return SR_READ_OK;
}

sr_read_status sr_transfer_begin(sr_transfer *transfer, const sr_reader *reader, int framebuffer, bool guarded) {
    transfer->watch = NULL;
    sr_guards_clear(&transfer->guards);
    return begin(transfer, reader, framebuffer, guarded);
}

/* Always guarded. The framebuffer may be smaller than GL tells: the window's back buffer keeps its old size until the
 * swap, some textures cannot be asked, and the name of a deleted attachment may be another object's. */
sr_read_status sr_transfer_begin_watched(sr_transfer *transfer, const sr_reader *reader, sr_watch *watch) {
    if (!sr_context_is_current(transfer->gl))
        return SR_READ_OTHER_CONTEXT;
    if (!sr_watch_is_same(watch))
        return SR_READ_OTHER_FRAMEBUFFER;
    transfer->watch = watch;
    sr_guards_clear(&transfer->guards);
    return begin(transfer, reader, watch->known.name, true);
}

/* The tiles before this one are lost with their buffer. */
static bool has_lost_tiles(const sr_transfer *transfer) {
    return transfer->strategy != SR_CLIENT && sr_context_is_current(transfer->gl) &&
           !sr_pixel_buffer_is_ours(&transfer->buffer);
}

sr_read_status sr_transfer_begin_tile(sr_transfer *transfer, int framebuffer, const sr_area *area, sr_position at,
                                      int frame_width_px, int frame_height_px, bool first) {
    sr_rects rects;
    sr_rects_tile(area, at, frame_width_px, frame_height_px, &rects);
    sr_reader tile = {.gl = transfer->gl, .source = sr_source_rects(&rects)};
    if (tile.source == NULL)
        return SR_READ_FAILED;
    transfer->watch = NULL;
    if (first)
        sr_guards_clear(&transfer->guards);
    bool lost = !first && has_lost_tiles(transfer);
    sr_read_status status = lost ? SR_READ_FAILED : begin(transfer, &tile, framebuffer, true);
    sr_reader_close(&tile);
    return status;
}

/* The pixels are in the buffer: have them in the slot. */
static bool take_pixels(sr_transfer *transfer) {
    if (transfer->strategy != SR_MAPPED)
        return sr_pixel_buffer_is_ours(&transfer->buffer);
    bool mapped = sr_pixel_buffer_map(&transfer->buffer);
    transfer->slot->pixels = mapped ? transfer->buffer.pixels : NULL;
    return mapped;
}

static sr_transfer_state arrive(sr_transfer *transfer) {
    delete_fence(transfer);
    transfer->arrived = true;
    if (!take_pixels(transfer))
        transfer->end = SR_TRANSFER_LOST;
    else
        transfer->end = is_whole(transfer) ? SR_TRANSFER_DONE : SR_TRANSFER_PARTIAL;
    return transfer->end;
}

sr_transfer_state sr_transfer_poll(sr_transfer *transfer, int64_t timeout_ns) {
    if (transfer->strategy == SR_CLIENT)
        return SR_TRANSFER_DONE;
    if (transfer->arrived)
        return transfer->end;
    if (!sr_context_is_current(transfer->gl))
        return SR_TRANSFER_PENDING;
    if (transfer->fence == NULL)
        return SR_TRANSFER_LOST;
    switch (transfer->gl->client_wait_sync(transfer->fence, GL_SYNC_FLUSH_COMMANDS_BIT, (uint64_t)timeout_ns)) {
    case GL_ALREADY_SIGNALED:
    case GL_CONDITION_SATISFIED:
        return arrive(transfer);
    case GL_TIMEOUT_EXPIRED:
        return SR_TRANSFER_PENDING;
    default:
        delete_fence(transfer);
        return SR_TRANSFER_LOST;
    }
}

/* Waits until the GPU no longer writes into our memory, which may be freed afterwards. */
static void await_gpu(const sr_transfer *transfer) {
    if (transfer->strategy == SR_PINNED && transfer->fence != NULL)
        transfer->gl->client_wait_sync(transfer->fence, GL_SYNC_FLUSH_COMMANDS_BIT, LONGEST_READ_NS);
}

void sr_transfer_close(sr_transfer *transfer) {
    if (transfer->strategy != SR_CLIENT && sr_context_is_current(transfer->gl)) {
        await_gpu(transfer);
        delete_fence(transfer);
        sr_pixel_buffer_delete(&transfer->buffer);
    }
    sr_guards_close(&transfer->guards);
    free(transfer);
}
