#include "sr_readback.h"

#include "sr_framebuffer.h"
#include "sr_pack.h"
#include "sr_selection.h"

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
    reader->source->close(reader->source, sr_gl_is_current(reader->gl));
}

static sr_read_status read_bound(const sr_reader *reader, unsigned int buffer, void *destination) {
    const sr_rects *rects = reader->source->begin(reader->source);
    if (rects != NULL)
        sr_pack_read(reader->gl, rects, buffer, reader->invert, destination);
    reader->source->end(reader->source);
    return rects != NULL ? SR_READ_OK : SR_READ_FAILED;
}

sr_read_status sr_reader_read(const sr_reader *reader, int framebuffer, unsigned int buffer, void *destination) {
    const sr_gl *gl = reader->gl;
    sr_selected selected;
    if (!sr_gl_is_current(gl))
        return SR_READ_OTHER_CONTEXT;
    if (sr_selection_name(gl) != framebuffer || !sr_selection_enter(gl, &selected))
        return SR_READ_OTHER_FRAMEBUFFER;
    sr_read_status status = read_bound(reader, buffer, destination);
    sr_selection_leave(gl, &selected);
    return status;
}
