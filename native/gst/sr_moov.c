#include "sr_moov.h"

#include "sr_boxes.h"

enum { COUNT_AT = SR_FULL_BOX_HEADER_BYTES, ENTRIES_AT = COUNT_AT + SR_BOX_WORD_BYTES, LONG_VERSION = 1 };
enum { ENTRY_BYTES = 12, LONG_ENTRY_BYTES = 20 };

static sr_box child(sr_box parent, const char type[4]) {
    sr_box each = sr_box_first_child(parent);
    while (each.size_bytes != 0 && !sr_box_is(each, type))
        each = sr_box_next(parent, each);
    return each;
}

static bool extend_last_edit(sr_box elst) {
    if (elst.size_bytes < ENTRIES_AT)
        return false;
    bool is_long = elst.bytes[SR_BOX_HEADER_BYTES] == LONG_VERSION;
    size_t entry_bytes = is_long ? LONG_ENTRY_BYTES : ENTRY_BYTES;
    uint32_t count = sr_box_word(elst.bytes + COUNT_AT);
    if (count < 2 || elst.size_bytes != ENTRIES_AT + count * entry_bytes)
        return false;
    uint8_t *duration = elst.bytes + elst.size_bytes - entry_bytes;
    sr_box_put_word(duration + (is_long ? SR_BOX_WORD_BYTES : 0), INT32_MAX);
    return true;
}

static bool extend_track(sr_box trak) {
    sr_box edts = child(trak, "edts");
    sr_box elst = edts.size_bytes == 0 ? edts : child(edts, "elst");
    return elst.size_bytes != 0 && extend_last_edit(elst);
}

bool sr_moov_extend_edits(uint8_t *bytes, size_t size_bytes) {
    sr_box moov = sr_box_at(bytes, size_bytes);
    if (moov.size_bytes == 0 || moov.size_bytes != size_bytes || !sr_box_is(moov, "moov") ||
        child(moov, "mvex").size_bytes == 0)
        return false;
    bool changed = false;
    for (sr_box each = sr_box_first_child(moov); each.size_bytes != 0; each = sr_box_next(moov, each)) {
        if (sr_box_is(each, "trak"))
            changed = extend_track(each) || changed;
    }
    return changed;
}
