#include "sr_source.h"

#include <stdlib.h>

typedef struct direct_source {
    sr_source source;
    sr_rects rects;
} direct_source;

static const sr_rects *begin(sr_source *source) {
    return &((direct_source *)source)->rects;
}

static void end(sr_source *source) {
    (void)source;
}

static void close_direct(sr_source *source, bool current) {
    (void)current;
    free(source);
}

sr_source *sr_source_rects(const sr_rects *rects) {
    direct_source *direct = malloc(sizeof *direct);
    if (direct != NULL)
        *direct = (direct_source){{begin, NULL, end, close_direct}, *rects};
    return direct == NULL ? NULL : &direct->source;
}

sr_source *sr_source_direct(const sr_area *area, bool upright) {
    sr_rects rects;
    if (upright)
        sr_rects_upright(area, &rects);
    else
        sr_rects_bottom_up(area, &rects);
    return sr_source_rects(&rects);
}
