#include "sr_readback.h"

#include "sr_bindings.h"
#include "sr_framebuffer.h"
#include "sr_pack.h"
#include "sr_selection.h"

#include <string.h>

enum { GL_FLOAT = 0x1406, GL_PIXEL_PACK_BUFFER = 0x88EB, GL_PIXEL_PACK_BUFFER_BINDING = 0x88ED, GL_RGBA = 0x1908 };

/* OpenGL ES reads floats as such. */
static const sr_format FLOATS = {.gl_format = GL_RGBA, .gl_type = GL_FLOAT, .bytes_per_pixel = SR_EDGE_BYTES};

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

/* Multisampled framebuffer objects cannot be read directly, nor can GLES read signed values as bytes or floats. */
static const sr_format *edge_format(const sr_gl *gl) {
    sr_colour_format format;
    if (sr_selection_bound(gl) != 0 && sr_framebuffer_samples(gl) > 1)
        return NULL;
    sr_framebuffer_format(gl, &format);
    if (!sr_framebuffer_format_needs_copy(gl, &format))
        return &sr_formats[SR_RGBX];
    return format.values == SR_VALUES_FLOAT ? &FLOATS : NULL;
}

static sr_rect edge_of(const sr_gl *gl, const sr_area *area) {
    return (sr_rect){
        .x_px = area->x_px + area->width_px - 1,
        .y_px = area->y_px + area->height_px - 1,
        .width_px = 1,
        .height_px = 1,
        .row_px = 1,
        .format = edge_format(gl),
    };
}

bool sr_reader_open(sr_reader *reader, const sr_gl *gl, const sr_area *area, sr_source_kind kind, sr_colour colour) {
    sr_selected selected;
    *reader = (sr_reader){.gl = gl, .invert = kind == SR_SOURCE_INVERTED};
    if (!sr_selection_enter(gl, &selected))
        return false;
    reader->source = open_source(gl, area, kind, colour);
    reader->copies = kind != SR_SOURCE_BOTTOM_UP && kind != SR_SOURCE_INVERTED;
    if (reader->copies)
        reader->edge = edge_of(gl, area);
    sr_selection_leave(gl, &selected);
    return reader->source != NULL;
}

void sr_reader_close(sr_reader *reader) {
    reader->source->close(reader->source, sr_gl_is_current(reader->gl));
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

/* A copy would hide what is missing, so one pixel of the framebuffer itself is read behind the picture. */
static bool guard_copy(const sr_reader *reader, const sr_destination *to) {
    if (reader->edge.format == NULL)
        return true;
    sr_rects rects = {.rect = {reader->edge}, .count = 1};
    rects.rect[0].offset_bytes = to->size_bytes - SR_EDGE_BYTES;
    if (!guard(reader, to, &rects.rect[0]))
        return false;
    read_rects(reader, &rects, to);
    return true;
}

static bool read_source(const sr_reader *reader, const sr_destination *to) {
    const sr_rects *rects = reader->source->begin(reader->source);
    if (rects == NULL)
        return false;
    if (to->guards != NULL && !reader->copies && !guard(reader, to, &rects->rect[0]))
        return false;
    read_rects(reader, rects, to);
    return true;
}

static sr_read_status read_bound(const sr_reader *reader, const sr_destination *to) {
    if (to->guards != NULL && reader->copies && !guard_copy(reader, to))
        return SR_READ_FAILED;
    bool read = read_source(reader, to);
    reader->source->end(reader->source);
    return read ? SR_READ_OK : SR_READ_FAILED;
}

sr_read_status sr_reader_read(const sr_reader *reader, int framebuffer, const sr_destination *destination) {
    const sr_gl *gl = reader->gl;
    sr_selected selected;
    if (!sr_gl_is_current(gl))
        return SR_READ_OTHER_CONTEXT;
    if (sr_selection_name(gl) != framebuffer || !sr_selection_enter(gl, &selected))
        return SR_READ_OTHER_FRAMEBUFFER;
    sr_read_status status = read_bound(reader, destination);
    sr_selection_leave(gl, &selected);
    return status;
}
