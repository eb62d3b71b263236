#include "sr_pixel_buffer.h"

#include "sr_bindings.h"

#include <limits.h>

enum {
    GL_BUFFER_MAPPED = 0x88BC,
    GL_BUFFER_MAP_POINTER = 0x88BD,
    GL_BUFFER_SIZE = 0x8764,
    GL_CLIENT_STORAGE_BIT = 0x0200,
    GL_EXTERNAL_VIRTUAL_MEMORY_BUFFER_AMD = 0x9160,
    GL_MAP_COHERENT_BIT = 0x0080,
    GL_MAP_PERSISTENT_BIT = 0x0040,
    GL_MAP_READ_BIT = 0x0001,
    GL_MAP_WRITE_BIT = 0x0002,
    GL_PIXEL_PACK_BUFFER = 0x88EB,
    GL_PIXEL_PACK_BUFFER_BINDING = 0x88ED,
    GL_READ_ONLY = 0x88B8,
    GL_STREAM_READ = 0x88E1,
};

/* Guards are written. */
static const unsigned int PERSISTENT_ACCESS =
    GL_MAP_READ_BIT | GL_MAP_WRITE_BIT | GL_MAP_PERSISTENT_BIT | GL_MAP_COHERENT_BIT;

/* Binds the buffer, and says which one was bound before. */
static unsigned int bind(const sr_pixel_buffer *buffer) {
    unsigned int before = (unsigned int)sr_gl_get(buffer->gl, GL_PIXEL_PACK_BUFFER_BINDING);
    buffer->gl->bind_buffer(GL_PIXEL_PACK_BUFFER, buffer->name);
    return before;
}

static void unbind(const sr_pixel_buffer *buffer, unsigned int before) {
    sr_rebind_buffer(buffer->gl, GL_PIXEL_PACK_BUFFER, before);
}

/* Asked of the bound buffer, without glGetError, whose answer may be the application's. */
static size_t get_size_bytes(const sr_gl *gl) {
    int size_bytes = 0;
    gl->get_buffer_iv(GL_PIXEL_PACK_BUFFER, GL_BUFFER_SIZE, &size_bytes);
    return (size_t)size_bytes;
}

static bool has_our_mapping(const sr_pixel_buffer *buffer) {
    int mapped = 0;
    void *at = NULL;
    buffer->gl->get_buffer_iv(GL_PIXEL_PACK_BUFFER, GL_BUFFER_MAPPED, &mapped);
    if ((mapped != 0) != buffer->mapped)
        return false;
    if (mapped)
        buffer->gl->get_buffer_pointer_v(GL_PIXEL_PACK_BUFFER, GL_BUFFER_MAP_POINTER, &at);
    return !mapped || at == buffer->pixels;
}

static bool bind_ours(const sr_pixel_buffer *buffer, unsigned int *before) {
    if (buffer->name == 0 || !buffer->gl->is_buffer(buffer->name))
        return false;
    *before = bind(buffer);
    if (get_size_bytes(buffer->gl) == buffer->size_bytes && has_our_mapping(buffer))
        return true;
    unbind(buffer, *before);
    return false;
}

static void *map_to_read(const sr_pixel_buffer *buffer) {
    const sr_gl *gl = buffer->gl;
    return gl->es ? gl->map_buffer_range(GL_PIXEL_PACK_BUFFER, 0, (intptr_t)buffer->size_bytes, GL_MAP_READ_BIT)
                  : gl->map_buffer(GL_PIXEL_PACK_BUFFER, GL_READ_ONLY);
}

static void allocate_mapped(const sr_pixel_buffer *buffer) {
    buffer->gl->buffer_data(GL_PIXEL_PACK_BUFFER, (intptr_t)buffer->size_bytes, NULL, GL_STREAM_READ);
}

static void allocate_persistent(sr_pixel_buffer *buffer) {
    const sr_gl *gl = buffer->gl;
    intptr_t size_bytes = (intptr_t)buffer->size_bytes;
    gl->buffer_storage_data(GL_PIXEL_PACK_BUFFER, size_bytes, NULL, PERSISTENT_ACCESS | GL_CLIENT_STORAGE_BIT);
    buffer->pixels = gl->map_buffer_range(GL_PIXEL_PACK_BUFFER, 0, size_bytes, PERSISTENT_ACCESS);
    buffer->mapped = buffer->pixels != NULL;
}

/* A target of its own makes the slot's memory the buffer's; from then on the buffer is like any other. */
static void allocate_pinned(const sr_pixel_buffer *buffer) {
    const sr_gl *gl = buffer->gl;
    gl->bind_buffer(GL_EXTERNAL_VIRTUAL_MEMORY_BUFFER_AMD, buffer->name);
    gl->buffer_data(GL_EXTERNAL_VIRTUAL_MEMORY_BUFFER_AMD, (intptr_t)buffer->size_bytes, buffer->pixels,
                    GL_STREAM_READ);
    gl->bind_buffer(GL_EXTERNAL_VIRTUAL_MEMORY_BUFFER_AMD, 0);
}

static bool allocate(sr_pixel_buffer *buffer) {
    if (buffer->strategy == SR_PERSISTENT)
        allocate_persistent(buffer);
    else if (buffer->strategy == SR_PINNED)
        allocate_pinned(buffer);
    else
        allocate_mapped(buffer);
    return get_size_bytes(buffer->gl) != 0 && buffer->mapped == (buffer->strategy == SR_PERSISTENT);
}

/* Core contexts take only names that GL has generated, which are the lowest ones. */
static void choose_name(sr_pixel_buffer *buffer) {
    const sr_gl *gl = buffer->gl;
    if (gl->compatibility || gl->es)
        buffer->name = sr_marker_choose_name(gl->is_buffer);
    else
        gl->gen_buffers(1, &buffer->name);
}

bool sr_pixel_buffer_create(sr_pixel_buffer *buffer) {
    if (buffer->size_bytes > INT_MAX)
        return false;
    buffer->mapped = false;
    choose_name(buffer);
    unsigned int before = bind(buffer);
    bool allocated = allocate(buffer);
    unbind(buffer, before);
    if (!allocated) {
        buffer->gl->delete_buffers(1, &buffer->name);
        buffer->name = 0;
    }
    return allocated;
}

bool sr_pixel_buffer_is_ours(const sr_pixel_buffer *buffer) {
    unsigned int before;
    if (!bind_ours(buffer, &before))
        return false;
    unbind(buffer, before);
    return true;
}

bool sr_pixel_buffer_map(sr_pixel_buffer *buffer) {
    unsigned int before;
    if (!bind_ours(buffer, &before))
        return false;
    buffer->pixels = map_to_read(buffer);
    buffer->mapped = buffer->pixels != NULL;
    unbind(buffer, before);
    return buffer->mapped;
}

bool sr_pixel_buffer_unmap(sr_pixel_buffer *buffer) {
    unsigned int before;
    if (!bind_ours(buffer, &before))
        return false;
    if (buffer->strategy == SR_MAPPED && buffer->mapped) {
        buffer->gl->unmap_buffer(GL_PIXEL_PACK_BUFFER);
        buffer->mapped = false;
    }
    unbind(buffer, before);
    return true;
}

/* GL unmaps what it deletes. */
void sr_pixel_buffer_delete(sr_pixel_buffer *buffer) {
    if (sr_pixel_buffer_is_ours(buffer))
        buffer->gl->delete_buffers(1, &buffer->name);
    buffer->name = 0;
}
