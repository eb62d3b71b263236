#include "sr_fragments.h"

#include "sr_moof.h"
#include "sr_moov.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { PROBE_BUFFER = 1 << 4, PROBE_OK = 1, HEADER_BYTES = 8, MOST_BYTES = 16 << 20 };

static void correct(const sr_fragments_gst *gst, void *buffer, size_t size_bytes) {
    unsigned char *box = malloc(size_bytes);
    if (box == NULL)
        return; /* the file is right once it is finished, and most fragments are anyway */
    if (gst->buffer_extract(buffer, 0, box, size_bytes) == size_bytes &&
        (sr_moof_complete(box, size_bytes) || sr_moov_extend_edits(box, size_bytes)))
        gst->buffer_fill(buffer, 0, box, size_bytes);
    free(box);
}

static bool is_index(const unsigned char header[]) {
    return memcmp(header + 4, "moof", 4) == 0 || memcmp(header + 4, "moov", 4) == 0;
}

static int look(void *pad, void *info, void *user_data) {
    (void)pad;
    const sr_fragments_gst *gst = user_data;
    void *buffer = gst->pad_probe_info_get_buffer(info);
    size_t size_bytes = gst->buffer_get_size(buffer);
    unsigned char header[HEADER_BYTES];
    if (size_bytes <= MOST_BYTES && gst->buffer_extract(buffer, 0, header, HEADER_BYTES) == HEADER_BYTES &&
        is_index(header))
        correct(gst, buffer, size_bytes);
    return PROBE_OK;
}

unsigned long sr_fragments_watch(const sr_fragments_gst *gst, void *pad) {
    sr_fragments_gst *own = malloc(sizeof *own);
    if (own == NULL)
        return 0;
    *own = *gst;
    return gst->pad_add_probe(pad, PROBE_BUFFER, look, own, free);
}
