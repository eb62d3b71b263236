#include "sr_transfer.h"

#include <limits.h>
#include <stdlib.h>

enum {
    GL_ALREADY_SIGNALED = 0x911A,
    GL_BUFFER_SIZE = 0x8764,
    GL_CLIENT_STORAGE_BIT = 0x0200,
    GL_CONDITION_SATISFIED = 0x911C,
    GL_EXTERNAL_VIRTUAL_MEMORY_BUFFER_AMD = 0x9160,
    GL_MAP_COHERENT_BIT = 0x0080,
    GL_MAP_PERSISTENT_BIT = 0x0040,
    GL_MAP_READ_BIT = 0x0001,
    GL_MAP_WRITE_BIT = 0x0002,
    GL_PIXEL_PACK_BUFFER = 0x88EB,
    GL_PIXEL_PACK_BUFFER_BINDING = 0x88ED,
    GL_READ_ONLY = 0x88B8,
    GL_STREAM_READ = 0x88E1,
    GL_SYNC_FLUSH_COMMANDS_BIT = 0x0001,
    GL_SYNC_GPU_COMMANDS_COMPLETE = 0x9117,
    GL_TIMEOUT_EXPIRED = 0x911B,
};

/* Guards are written. */
static const unsigned int PERSISTENT_ACCESS =
    GL_MAP_READ_BIT | GL_MAP_WRITE_BIT | GL_MAP_PERSISTENT_BIT | GL_MAP_COHERENT_BIT;

static const uint64_t LONGEST_READ_NS = 1000000000;

struct sr_transfer {
    const sr_gl *gl;
    sr_strategy strategy;
    sr_slot *slot;
    size_t size_bytes;
    unsigned int buffer; /* 0 for the client strategy */
    void *fence;         /* of the read that is under way */
    bool arrived;        /* the last read is over */
    bool mapped;
    sr_guards guards;           /* of the last read */
    sr_watch *watch;            /* of the last read, or NULL */
    unsigned int watch_changes; /* when that read began */
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

/* Binds the transfer's buffer, and says which one was bound before. */
static unsigned int bind(const sr_transfer *transfer) {
    unsigned int before = (unsigned int)sr_gl_get(transfer->gl, GL_PIXEL_PACK_BUFFER_BINDING);
    transfer->gl->bind_buffer(GL_PIXEL_PACK_BUFFER, transfer->buffer);
    return before;
}

static void *map(const sr_gl *gl, size_t size_bytes) {
    return gl->es ? gl->map_buffer_range(GL_PIXEL_PACK_BUFFER, 0, (intptr_t)size_bytes, GL_MAP_READ_BIT)
                  : gl->map_buffer(GL_PIXEL_PACK_BUFFER, GL_READ_ONLY);
}

/* Whether the bound buffer has its memory: asked without glGetError, whose answer may be the application's. */
static bool has_memory(const sr_gl *gl) {
    int size_bytes = 0;
    gl->get_buffer_iv(GL_PIXEL_PACK_BUFFER, GL_BUFFER_SIZE, &size_bytes);
    return size_bytes != 0;
}

static bool allocate_mapped(sr_transfer *transfer) {
    transfer->gl->buffer_data(GL_PIXEL_PACK_BUFFER, (intptr_t)transfer->size_bytes, NULL, GL_STREAM_READ);
    return has_memory(transfer->gl);
}

static bool allocate_persistent(sr_transfer *transfer) {
    const sr_gl *gl = transfer->gl;
    intptr_t size_bytes = (intptr_t)transfer->size_bytes;
    gl->buffer_storage_data(GL_PIXEL_PACK_BUFFER, size_bytes, NULL, PERSISTENT_ACCESS | GL_CLIENT_STORAGE_BIT);
    transfer->slot->pixels = gl->map_buffer_range(GL_PIXEL_PACK_BUFFER, 0, size_bytes, PERSISTENT_ACCESS);
    transfer->mapped = transfer->slot->pixels != NULL;
    return transfer->mapped;
}

/* A target of its own makes the slot's memory the buffer's; from then on the buffer is like any other. */
static bool allocate_pinned(sr_transfer *transfer) {
    const sr_gl *gl = transfer->gl;
    gl->bind_buffer(GL_EXTERNAL_VIRTUAL_MEMORY_BUFFER_AMD, transfer->buffer);
    gl->buffer_data(GL_EXTERNAL_VIRTUAL_MEMORY_BUFFER_AMD, (intptr_t)transfer->size_bytes, transfer->slot->pixels,
                    GL_STREAM_READ);
    gl->bind_buffer(GL_EXTERNAL_VIRTUAL_MEMORY_BUFFER_AMD, 0);
    return has_memory(gl);
}

static bool allocate(sr_transfer *transfer) {
    switch (transfer->strategy) {
    case SR_MAPPED:
        return allocate_mapped(transfer);
    case SR_PERSISTENT:
        return allocate_persistent(transfer);
    case SR_PINNED:
        return allocate_pinned(transfer);
    case SR_CLIENT:
    case SR_STRATEGIES:
        break;
    }
    return false;
}

static bool create_buffer(sr_transfer *transfer) {
    if (!sr_strategy_supported(transfer->gl, transfer->strategy) || transfer->size_bytes > INT_MAX)
        return false;
    transfer->gl->gen_buffers(1, &transfer->buffer);
    unsigned int before = bind(transfer);
    bool allocated = allocate(transfer);
    transfer->gl->bind_buffer(GL_PIXEL_PACK_BUFFER, before);
    return allocated;
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

static void unmap(sr_transfer *transfer) {
    unsigned int before = bind(transfer);
    transfer->gl->unmap_buffer(GL_PIXEL_PACK_BUFFER);
    transfer->gl->bind_buffer(GL_PIXEL_PACK_BUFFER, before);
    transfer->mapped = false;
}

/* The last frame's mapping has to go before the GPU may write the next. */
static bool prepare(sr_transfer *transfer) {
    if (!sr_gl_is_current(transfer->gl))
        return false;
    if (transfer->strategy == SR_MAPPED && transfer->mapped)
        unmap(transfer);
    transfer->arrived = false;
    return true;
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
        .buffer = transfer->buffer,
        .size_bytes = transfer->size_bytes,
        .guards = guarded ? &transfer->guards : NULL,
    };
}

/* The next look asks again for the size that has proved wrong. */
static bool is_whole(sr_transfer *transfer) {
    bool whole = sr_guards_are_overwritten(&transfer->guards, transfer->slot->pixels);
    if (transfer->watch == NULL || transfer->guards.count == 0)
        return whole;
    if (whole)
        sr_watch_trust(transfer->watch, transfer->watch_changes);
    else
        sr_watch_doubt(transfer->watch);
    return whole;
}

static sr_read_status read_now(sr_transfer *transfer, const sr_reader *reader, int framebuffer, bool guarded) {
    const sr_destination to = destination(transfer, guarded);
    sr_read_status status = sr_reader_read(reader, framebuffer, &to);
    return status == SR_READ_OK && !is_whole(transfer) ? SR_READ_OTHER_FRAMEBUFFER : status;
}

static sr_read_status begin(sr_transfer *transfer, const sr_reader *reader, int framebuffer, bool guarded) {
    if (transfer->buffer == 0)
        return read_now(transfer, reader, framebuffer, guarded);
    if (!prepare(transfer))
        return SR_READ_OTHER_CONTEXT;
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

sr_read_status sr_transfer_begin_watched(sr_transfer *transfer, const sr_reader *reader, sr_watch *watch) {
    if (!sr_gl_is_current(transfer->gl))
        return SR_READ_OTHER_CONTEXT;
    if (!sr_watch_is_same(watch))
        return SR_READ_OTHER_FRAMEBUFFER;
    transfer->watch = watch;
    transfer->watch_changes = watch->changes;
    sr_guards_clear(&transfer->guards);
    return begin(transfer, reader, watch->known.name, sr_watch_is_uncertain(watch));
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
    sr_read_status status = begin(transfer, &tile, framebuffer, true);
    sr_reader_close(&tile);
    return status;
}

static sr_transfer_state ended(sr_transfer *transfer) {
    return is_whole(transfer) ? SR_TRANSFER_DONE : SR_TRANSFER_PARTIAL;
}

/* The pixels are in the buffer: have them in the slot. */
static sr_transfer_state arrive(sr_transfer *transfer) {
    delete_fence(transfer);
    transfer->arrived = true;
    if (transfer->strategy != SR_MAPPED)
        return ended(transfer);
    unsigned int before = bind(transfer);
    transfer->slot->pixels = map(transfer->gl, transfer->size_bytes);
    transfer->gl->bind_buffer(GL_PIXEL_PACK_BUFFER, before);
    transfer->mapped = transfer->arrived = transfer->slot->pixels != NULL;
    return transfer->arrived ? ended(transfer) : SR_TRANSFER_LOST;
}

sr_transfer_state sr_transfer_poll(sr_transfer *transfer, int64_t timeout_ns) {
    if (transfer->buffer == 0)
        return SR_TRANSFER_DONE;
    if (transfer->arrived)
        return ended(transfer);
    if (!sr_gl_is_current(transfer->gl))
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

static void delete_buffer(sr_transfer *transfer) {
    if (transfer->mapped)
        unmap(transfer);
    await_gpu(transfer);
    delete_fence(transfer);
    transfer->gl->delete_buffers(1, &transfer->buffer);
}

void sr_transfer_close(sr_transfer *transfer) {
    if (transfer->buffer != 0 && sr_gl_is_current(transfer->gl))
        delete_buffer(transfer);
    sr_guards_close(&transfer->guards);
    free(transfer);
}
