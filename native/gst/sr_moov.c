#include "sr_moov.h"

#include "sr_boxes.h"

#include <string.h>

enum { COUNT_AT = SR_FULL_BOX_HEADER_BYTES, ENTRIES_AT = COUNT_AT + SR_BOX_WORD_BYTES, LONG_VERSION = 1 };
enum { ENTRY_BYTES = 12, LONG_ENTRY_BYTES = 20, DELAY_BYTES = 8, DELAY_AT = 4 };
enum { VIDEO_ENTRY_BYTES = 86 }; /* of a description of video, before its own boxes */
enum { SOUND_ENTRY_BYTES = 36, SOUND_VERSION_AT = 16, LONG_SOUND_BYTES = 16 };
enum { PRE_SKIP_AT = 10, RATE_AT = 12, GAIN_AT = 16, OPUS_BYTES = 19, MOST_RATE_HZ = 0xffffff };

static sr_box child(sr_box parent, const char type[4]) {
    sr_box each = sr_box_first_child(parent);
    while (each.size_bytes != 0 && !sr_box_is(each, type))
        each = sr_box_next(parent, each);
    return each;
}

/* A box within a box, or none if there is no outer one. */
static sr_box inner(sr_box outer, const char type[4]) {
    return outer.size_bytes == 0 ? outer : child(outer, type);
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
    sr_box elst = inner(child(trak, "edts"), "elst");
    return elst.size_bytes != 0 && extend_last_edit(elst);
}

static bool hide(sr_box box) {
    if (box.size_bytes == 0)
        return false;
    for (int i = 0; i < SR_BOX_WORD_BYTES; i++)
        box.bytes[SR_BOX_WORD_BYTES + i] = (uint8_t) "free"[i];
    return true;
}

static sr_box media_of(sr_box trak) {
    return inner(child(trak, "mdia"), "minf");
}

/* What describes the track's samples. */
static sr_box description_of(sr_box trak) {
    sr_box stsd = inner(inner(media_of(trak), "stbl"), "stsd");
    bool has_entry = stsd.size_bytes >= ENTRIES_AT;
    return has_entry ? sr_box_at(stsd.bytes + ENTRIES_AT, stsd.size_bytes - ENTRIES_AT) : (sr_box){trak.bytes, 0};
}

/* A box of a description, which has so many bytes of its own before its boxes. */
static sr_box detail(sr_box description, size_t own_bytes, const char type[4]) {
    if (description.size_bytes < own_bytes)
        return (sr_box){description.bytes, 0};
    sr_box each = sr_box_at(description.bytes + own_bytes, description.size_bytes - own_bytes);
    while (each.size_bytes != 0 && !sr_box_is(each, type))
        each = sr_box_next(description, each);
    return each;
}

/* A track of sound has no dimensions of apertures. */
static bool show_whole_track(sr_box trak) {
    if (!hide(child(trak, "tapt")))
        return false;
    hide(detail(description_of(trak), VIDEO_ENTRY_BYTES, "clap"));
    return true;
}

static void turn(uint8_t *bytes, size_t count) {
    for (size_t i = 0; i < count / 2; i++) {
        uint8_t first = bytes[i];
        bytes[i] = bytes[count - 1 - i];
        bytes[count - 1 - i] = first;
    }
}

static bool order_opus(sr_box trak) {
    sr_box description = description_of(trak);
    if (description.size_bytes < SOUND_ENTRY_BYTES || !sr_box_is(description, "Opus"))
        return false;
    bool is_long = description.bytes[SOUND_VERSION_AT + 1] == 1;
    sr_box opus = detail(description, SOUND_ENTRY_BYTES + (is_long ? LONG_SOUND_BYTES : 0), "dOps");
    if (opus.size_bytes < OPUS_BYTES || sr_box_word(opus.bytes + RATE_AT) <= MOST_RATE_HZ)
        return false;
    turn(opus.bytes + PRE_SKIP_AT, RATE_AT - PRE_SKIP_AT);
    turn(opus.bytes + RATE_AT, GAIN_AT - RATE_AT);
    turn(opus.bytes + GAIN_AT, 2);
    return true;
}

/* Whether the first samples are later than their DTS, and the last ones are not. */
static bool delays_first(sr_box ctts) {
    if (ctts.size_bytes < ENTRIES_AT + 2 * DELAY_BYTES)
        return false;
    uint64_t count = sr_box_word(ctts.bytes + COUNT_AT);
    return ctts.size_bytes == ENTRIES_AT + count * DELAY_BYTES &&
           sr_box_word(ctts.bytes + ENTRIES_AT + DELAY_AT) != 0 &&
           sr_box_word(ctts.bytes + ctts.size_bytes - SR_BOX_WORD_BYTES) == 0;
}

/* The table of sound that says it; none if there is no such. */
static sr_box delays_of(sr_box trak) {
    sr_box media = media_of(trak);
    sr_box ctts = inner(inner(media, "stbl"), "ctts");
    bool is_priming = inner(media, "smhd").size_bytes != 0 && delays_first(ctts);
    return is_priming ? ctts : (sr_box){trak.bytes, 0};
}

static bool keep_priming(sr_box trak) {
    return hide(delays_of(trak));
}

static bool has_single_edit(sr_box elst) {
    return elst.size_bytes == ENTRIES_AT + ENTRY_BYTES && elst.bytes[SR_BOX_HEADER_BYTES] != LONG_VERSION &&
           sr_box_word(elst.bytes + COUNT_AT) == 1;
}

static void resize(sr_box box, size_t size_bytes) {
    sr_box_put_word(box.bytes, (uint32_t)size_bytes);
}

/* What lies between the list and the table moves by an entry. */
static bool keep_priming_before_fragments(sr_box trak) {
    sr_box ctts = delays_of(trak), edts = child(trak, "edts"), elst = inner(edts, "elst");
    bool has_room = hide(ctts) && has_single_edit(elst) && elst.bytes < ctts.bytes;
    if (!has_room)
        return ctts.size_bytes != 0;
    sr_box mdia = child(trak, "mdia"), minf = inner(mdia, "minf"), stbl = inner(minf, "stbl");
    resize(edts, edts.size_bytes + ENTRY_BYTES);
    resize(elst, elst.size_bytes + ENTRY_BYTES);
    resize(mdia, mdia.size_bytes - ENTRY_BYTES);
    resize(minf, minf.size_bytes - ENTRY_BYTES);
    resize(stbl, stbl.size_bytes - ENTRY_BYTES);
    resize(ctts, ctts.size_bytes - ENTRY_BYTES);
    uint8_t *entry = elst.bytes + ENTRIES_AT;
    memmove(entry + ENTRY_BYTES, entry, (size_t)(ctts.bytes + SR_BOX_HEADER_BYTES - entry));
    sr_box_put_word(elst.bytes + COUNT_AT, 2);
    sr_box_put_word(entry, 0);
    sr_box_put_word(entry + SR_BOX_WORD_BYTES, UINT32_MAX);
    sr_box_put_word(entry + ENTRY_BYTES, INT32_MAX);
    return true;
}

static sr_box whole_moov(uint8_t *bytes, size_t size_bytes) {
    sr_box moov = sr_box_at(bytes, size_bytes);
    bool is_whole = moov.size_bytes != 0 && moov.size_bytes == size_bytes && sr_box_is(moov, "moov");
    return is_whole ? moov : (sr_box){bytes, 0};
}

static bool each_track(sr_box moov, bool (*change)(sr_box trak)) {
    bool changed = false;
    for (sr_box each = sr_box_first_child(moov); each.size_bytes != 0; each = sr_box_next(moov, each)) {
        if (sr_box_is(each, "trak"))
            changed = change(each) || changed;
    }
    return changed;
}

bool sr_moov_extend_edits(uint8_t *bytes, size_t size_bytes) {
    sr_box moov = whole_moov(bytes, size_bytes);
    return moov.size_bytes != 0 && child(moov, "mvex").size_bytes != 0 && each_track(moov, extend_track);
}

bool sr_moov_show_all(uint8_t *bytes, size_t size_bytes) {
    sr_box moov = whole_moov(bytes, size_bytes);
    return moov.size_bytes != 0 && each_track(moov, show_whole_track);
}

bool sr_moov_order_opus(uint8_t *bytes, size_t size_bytes) {
    sr_box moov = whole_moov(bytes, size_bytes);
    return moov.size_bytes != 0 && each_track(moov, order_opus);
}

bool sr_moov_keep_priming(uint8_t *bytes, size_t size_bytes) {
    sr_box moov = whole_moov(bytes, size_bytes);
    bool has_fragments = moov.size_bytes != 0 && child(moov, "mvex").size_bytes != 0;
    return moov.size_bytes != 0 && each_track(moov, has_fragments ? keep_priming_before_fragments : keep_priming);
}
