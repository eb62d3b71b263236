#include "sr_copy.h"
#include "sr_source.h"

#include <stdlib.h>

typedef struct copy_source {
    sr_source source;
    sr_copy copy;
    sr_rects rects;
} copy_source;

static const sr_rects *begin(sr_source *source) {
    copy_source *ours = (copy_source *)source;
    return sr_copy_begin(&ours->copy) ? &ours->rects : NULL;
}

static const sr_rect *corner(sr_source *source, bool second) {
    return sr_copy_corner(&((copy_source *)source)->copy, second);
}

static void end(sr_source *source) {
    sr_copy_end(&((copy_source *)source)->copy);
}

static void close_copy(sr_source *source, bool current) {
    if (current)
        sr_copy_close(&((copy_source *)source)->copy);
    free(source);
}

/* A flipped picture's edge to be repeated is the highest row of what is read, and goes behind the rest. */
static void lay_out(copy_source *ours, bool flipped) {
    sr_area area = sr_copy_area(&ours->copy);
    if (flipped)
        sr_rects_flipped(&area, &ours->rects);
    else
        sr_rects_bottom_up(&area, &ours->rects);
}

sr_source *sr_source_copy(const sr_gl *gl, const sr_area *area, bool flipped) {
    copy_source *ours = malloc(sizeof *ours);
    if (ours == NULL)
        return NULL;
    if (!sr_copy_open(&ours->copy, gl, area, flipped ? SR_COPY_FLIPPED : SR_COPY_READABLE)) {
        free(ours);
        return NULL;
    }
    ours->source = (sr_source){begin, corner, end, close_copy};
    lay_out(ours, flipped);
    return &ours->source;
}
