#include "sr_fragments.h"

#include "sr_moof.h"
#include "sr_moov.h"
#include "sr_probe.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { HEADER_BYTES = 8, MOST_BYTES = 16 << 20 };

static bool correct_box(unsigned char *box, size_t size_bytes) {
    bool is_longer = sr_moov_extend_edits(box, size_bytes), is_ordered = sr_moov_order_opus(box, size_bytes),
         is_primed = sr_moov_keep_priming(box, size_bytes);
    return sr_moof_complete(box, size_bytes) || sr_moov_show_all(box, size_bytes) || is_longer || is_ordered ||
           is_primed;
}

/* The muxer may keep the buffer too; then what goes on is a copy. */
static void correct(const sr_fragments_gst *gst, sr_probe_info *info, size_t size_bytes) {
    unsigned char *box = malloc(size_bytes);
    if (box == NULL)
        return; /* the file is right once it is finished, and most fragments are anyway */
    if (gst->buffer_extract(info->data, 0, box, size_bytes) == size_bytes && correct_box(box, size_bytes)) {
        info->data = gst->mini_object_make_writable(info->data);
        gst->buffer_fill(info->data, 0, box, size_bytes);
    }
    free(box);
}

static bool is_index(const unsigned char header[]) {
    return memcmp(header + 4, "moof", 4) == 0 || memcmp(header + 4, "moov", 4) == 0;
}

static int look(void *pad, void *probed, void *user_data) {
    (void)pad;
    const sr_fragments_gst *gst = user_data;
    sr_probe_info *info = probed;
    size_t size_bytes = gst->buffer_get_size(info->data);
    unsigned char header[HEADER_BYTES];
    if (size_bytes <= MOST_BYTES && gst->buffer_extract(info->data, 0, header, HEADER_BYTES) == HEADER_BYTES &&
        is_index(header))
        correct(gst, info, size_bytes);
    return SR_PROBE_OK;
}

unsigned long sr_fragments_watch(const sr_fragments_gst *gst, void *pad) {
    sr_fragments_gst *own = malloc(sizeof *own);
    if (own == NULL)
        return 0;
    *own = *gst;
    return gst->pad_add_probe(pad, SR_PROBE_BUFFER, look, own, free);
}
