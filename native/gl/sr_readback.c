#include "sr_readback.h"

#include "sr_framebuffer.h"
#include "sr_pack.h"

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
    *reader = (sr_reader){.gl = gl, .invert = kind == SR_SOURCE_INVERTED};
    reader->source = open_source(gl, area, kind, colour);
    return reader->source != NULL;
}

void sr_reader_close(sr_reader *reader) {
    reader->source->close(reader->source);
}

static sr_read_status check(const sr_gl *gl, int framebuffer) {
    if (!sr_gl_is_current(gl))
        return SR_READ_OTHER_CONTEXT;
    if (sr_framebuffer_name(gl) != framebuffer)
        return SR_READ_OTHER_FRAMEBUFFER;
    return SR_READ_OK;
}

sr_read_status sr_reader_read(const sr_reader *reader, int framebuffer, unsigned int buffer, void *destination) {
    sr_read_status status = check(reader->gl, framebuffer);
    if (status != SR_READ_OK)
        return status;
    const sr_rects *rects = reader->source->begin(reader->source);
    if (rects != NULL)
        sr_pack_read(reader->gl, rects, buffer, reader->invert, destination);
    reader->source->end(reader->source);
    return rects != NULL ? SR_READ_OK : SR_READ_FAILED;
}
