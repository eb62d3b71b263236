#include "sr_readback.h"

#include "sr_bindings.h"
#include "sr_context.h"
#include "sr_framebuffer.h"
#include "sr_pack.h"
#include "sr_selection.h"

#include <string.h>

enum { GL_PIXEL_PACK_BUFFER = 0x88EB, GL_PIXEL_PACK_BUFFER_BINDING = 0x88ED };

static sr_source *open_source(const sr_gl *gl, const sr_area *area, sr_source_kind kind, sr_colour colour) {
    switch (kind) {
    case SR_SOURCE_BOTTOM_UP:
        return sr_source_direct(area, false);
    case SR_SOURCE_INVERTED:
        return gl->pack_invert ? sr_source_direct(area, true) : NULL;
    case SR_SOURCE_RESOLVED:
        return sr_source_copy(gl, area, false);
    case SR_SOURCE_FLIPPED:
        return sr_source_copy(gl, area, true);
    case SR_SOURCE_PLANES:
        return sr_source_planes(gl, area, colour);
    }
    return NULL;
}

bool sr_reader_open(sr_reader *reader, const sr_gl *gl, const sr_area *area, sr_source_kind kind, sr_colour colour) {
    sr_selected selected;
    *reader = (sr_reader){.gl = gl, .invert = kind == SR_SOURCE_INVERTED};
    if (!sr_selection_enter(gl, &selected))
        return false;
    reader->source = open_source(gl, area, kind, colour);
    sr_selection_leave(gl, &selected);
    return reader->source != NULL;
}

void sr_reader_close(sr_reader *reader) {
    reader->source->close(reader->source, sr_context_is_current(reader->gl));
}

static void write_guard(const sr_gl *gl, const sr_destination *to, const sr_guard *guard) {
    if (to->memory != NULL) {
        memcpy((char *)to->memory + guard->offset_bytes, &guard->value, sizeof guard->value);
        return;
    }
    unsigned int before = (unsigned int)sr_gl_get(gl, GL_PIXEL_PACK_BUFFER_BINDING);
    gl->bind_buffer(GL_PIXEL_PACK_BUFFER, to->buffer);
    gl->buffer_sub_data(GL_PIXEL_PACK_BUFFER, (intptr_t)guard->offset_bytes, sizeof guard->value, &guard->value);
    sr_rebind_buffer(gl, GL_PIXEL_PACK_BUFFER, before);
}

static bool guard(const sr_reader *reader, const sr_destination *to, const sr_rect *rect) {
    size_t known = to->guards->count;
    bool added = sr_guards_add(to->guards, rect, reader->invert);
    for (; known < to->guards->count; known++)
        write_guard(reader->gl, to, &to->guards->guard[known]);
    return added;
}

static void read_rects(const sr_reader *reader, const sr_rects *rects, const sr_destination *to) {
    sr_pack_read(reader->gl, rects, to->buffer, reader->invert, to->buffer == 0 ? to->memory : NULL);
}

static void read_corner(const sr_reader *reader, const sr_destination *to) {
    size_t at_bytes = to->size_bytes - SR_BEHIND_BYTES;
    for (int i = 0; i < 2; i++) {
        const sr_rect *corner = reader->source->corner(reader->source, i == 1);
        if (corner == NULL)
            return;
        sr_rects rects = {.rect = {*corner}, .count = 1};
        rects.rect[0].offset_bytes = at_bytes + (size_t)i * SR_CORNER_BYTES;
        read_rects(reader, &rects, to);
        sr_guards_add_corner(to->guards, at_bytes, corner->format->bytes_per_pixel);
    }
}

static bool read_source(const sr_reader *reader, const sr_destination *to) {
    const sr_rects *rects = reader->source->begin(reader->source);
    bool copies = reader->source->corner != NULL;
    if (rects == NULL || (to->guards != NULL && !copies && !guard(reader, to, &rects->rect[0])))
        return false;
    read_rects(reader, rects, to);
    if (to->guards != NULL && copies)
        read_corner(reader, to);
    return true;
}

static sr_read_status read_bound(const sr_reader *reader, const sr_destination *to) {
    bool read = read_source(reader, to);
    reader->source->end(reader->source);
    return read ? SR_READ_OK : SR_READ_FAILED;
}

sr_read_status sr_reader_read(const sr_reader *reader, int framebuffer, const sr_destination *destination) {
    const sr_gl *gl = reader->gl;
    sr_selected selected;
    if (!sr_context_is_current(gl))
        return SR_READ_OTHER_CONTEXT;
    if (sr_selection_name(gl) != framebuffer || !sr_selection_enter(gl, &selected))
        return SR_READ_OTHER_FRAMEBUFFER;
    sr_read_status status = read_bound(reader, destination);
    sr_selection_leave(gl, &selected);
    return status;
}
