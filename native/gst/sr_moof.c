#include "sr_moof.h"

#include "sr_boxes.h"

#include <stdlib.h>
#include <string.h>

enum { WORD = SR_BOX_WORD_BYTES };
enum { NON_SYNC = 0x10000 };
enum { TFHD_BASE = 1, TFHD_DESCRIPTION = 2, TFHD_DURATION = 8, TFHD_SIZE = 16, TFHD_FLAGS = 32 };
enum {
    RUN_OFFSET = 1,
    RUN_FIRST_FLAGS = 4,
    RUN_DURATION = 0x100,
    RUN_SIZE = 0x200,
    RUN_FLAGS = 0x400,
    RUN_CTS = 0x800
};
enum { SAMPLE_FIELDS = 4 };

/* A track's defaults (tfhd). */
typedef struct track {
    uint32_t flags, number, description, duration_ticks, size_bytes, sample_flags;
    uint64_t base_bytes;
} track;

/* Samples that lie behind one another (trun). */
typedef struct run {
    uint32_t version, flags, count, offset_bytes, first_flags;
    const uint8_t *samples;
} run;

typedef struct writer {
    uint8_t *bytes;
    size_t at, end;
    bool full;
} writer;

static uint32_t next_word(const uint8_t **at) {
    uint32_t value = sr_box_word(*at);
    *at += WORD;
    return value;
}

static uint32_t word_if(bool present, const uint8_t **at) {
    return present ? next_word(at) : 0;
}

static int bits(uint32_t value) {
    int count = 0;
    for (; value != 0; value &= value - 1)
        count++;
    return count;
}

static bool read_track(sr_box tfhd, track *into) {
    if (tfhd.size_bytes < SR_FULL_BOX_HEADER_BYTES + WORD || !sr_box_is(tfhd, "tfhd"))
        return false;
    uint32_t flags = into->flags = sr_box_flags(tfhd);
    bool has_base = flags & TFHD_BASE;
    size_t words = 1 + (size_t)bits(flags & 0x3b) + has_base;
    if (tfhd.size_bytes != SR_FULL_BOX_HEADER_BYTES + WORD * words)
        return false;
    const uint8_t *at = tfhd.bytes + SR_FULL_BOX_HEADER_BYTES;
    into->number = next_word(&at);
    into->base_bytes = (uint64_t)word_if(has_base, &at) << 32;
    into->base_bytes |= word_if(has_base, &at);
    into->description = word_if(flags & TFHD_DESCRIPTION, &at);
    into->duration_ticks = word_if(flags & TFHD_DURATION, &at);
    into->size_bytes = word_if(flags & TFHD_SIZE, &at);
    into->sample_flags = word_if(flags & TFHD_FLAGS, &at);
    return true;
}

static size_t bytes_per_sample(uint32_t flags) {
    return WORD * (size_t)bits(flags & (RUN_DURATION | RUN_SIZE | RUN_FLAGS | RUN_CTS));
}

static bool read_run(sr_box trun, run *into) {
    if (trun.size_bytes < SR_FULL_BOX_HEADER_BYTES + WORD)
        return false;
    uint32_t flags = into->flags = sr_box_flags(trun);
    size_t head_bytes = SR_FULL_BOX_HEADER_BYTES + WORD + WORD * (size_t)bits(flags & (RUN_OFFSET | RUN_FIRST_FLAGS));
    if (trun.size_bytes < head_bytes)
        return false;
    const uint8_t *at = trun.bytes + SR_FULL_BOX_HEADER_BYTES;
    into->version = sr_box_word(trun.bytes + SR_BOX_HEADER_BYTES) & 0xff000000;
    into->count = next_word(&at);
    into->offset_bytes = word_if(flags & RUN_OFFSET, &at);
    into->first_flags = word_if(flags & RUN_FIRST_FLAGS, &at);
    into->samples = at;
    return trun.size_bytes == head_bytes + into->count * bytes_per_sample(flags);
}

/* A field of a sample, which the run must have. */
static uint32_t field(const run *of, uint32_t index, uint32_t wanted) {
    uint32_t ahead = of->flags & (wanted - 1) & (RUN_DURATION | RUN_SIZE | RUN_FLAGS);
    return sr_box_word(of->samples + index * bytes_per_sample(of->flags) + bytes_per_sample(ahead));
}

static bool all_are(const run *of, uint32_t wanted, uint32_t value, uint32_t mask) {
    for (uint32_t i = 0; i < of->count; i++) {
        if (((field(of, i, wanted) ^ value) & mask) != 0)
            return false;
    }
    return true;
}

/* What of a run is still to be said once the track has its defaults. */
static uint32_t needed(const run *of, const track *defaults) {
    uint32_t flags = of->flags;
    if ((flags & RUN_DURATION) && all_are(of, RUN_DURATION, defaults->duration_ticks, UINT32_MAX))
        flags &= ~(uint32_t)RUN_DURATION;
    if ((flags & RUN_SIZE) && all_are(of, RUN_SIZE, defaults->size_bytes, UINT32_MAX))
        flags &= ~(uint32_t)RUN_SIZE;
    if ((flags & RUN_FLAGS) && all_are(of, RUN_FLAGS, defaults->sample_flags, NON_SYNC))
        flags &= ~(uint32_t)RUN_FLAGS;
    if (((of->first_flags ^ defaults->sample_flags) & NON_SYNC) == 0)
        flags &= ~(uint32_t)RUN_FIRST_FLAGS;
    return flags;
}

static void put(writer *out, uint32_t value) {
    out->full = out->full || out->end - out->at < WORD;
    if (!out->full) {
        sr_box_put_word(out->bytes + out->at, value);
        out->at += WORD;
    }
}

static void put_if(writer *out, bool present, uint32_t value) {
    if (present)
        put(out, value);
}

static void put_box(writer *out, sr_box box) {
    out->full = out->full || out->end - out->at < box.size_bytes;
    if (!out->full) {
        memcpy(out->bytes + out->at, box.bytes, box.size_bytes);
        out->at += box.size_bytes;
    }
}

/* Writes the header of a box whose size is not known yet. Returns where it begins. */
static size_t begin(writer *out, const char type[4]) {
    size_t start = out->at;
    put(out, 0);
    put(out, sr_box_word((const uint8_t *)type));
    return start;
}

static void finish(writer *out, size_t start) {
    if (!out->full)
        sr_box_put_word(out->bytes + start, (uint32_t)(out->at - start));
}

static void put_track(writer *out, const track *defaults) {
    size_t tfhd = begin(out, "tfhd");
    put(out, defaults->flags);
    put(out, defaults->number);
    put_if(out, defaults->flags & TFHD_BASE, (uint32_t)(defaults->base_bytes >> 32));
    put_if(out, defaults->flags & TFHD_BASE, (uint32_t)defaults->base_bytes);
    put_if(out, defaults->flags & TFHD_DESCRIPTION, defaults->description);
    put_if(out, defaults->flags & TFHD_DURATION, defaults->duration_ticks);
    put_if(out, defaults->flags & TFHD_SIZE, defaults->size_bytes);
    put_if(out, defaults->flags & TFHD_FLAGS, defaults->sample_flags);
    finish(out, tfhd);
}

static void put_run(writer *out, const run *of, uint32_t flags) {
    size_t trun = begin(out, "trun");
    put(out, of->version | flags);
    put(out, of->count);
    put_if(out, flags & RUN_OFFSET, of->offset_bytes);
    put_if(out, flags & RUN_FIRST_FLAGS, of->first_flags);
    uint32_t told = bytes_per_sample(flags) == 0 ? 0 : of->count;
    for (uint32_t i = 0; i < told && !out->full; i++) {
        for (int j = 0; j < SAMPLE_FIELDS; j++) {
            uint32_t one = (uint32_t)RUN_DURATION << j;
            if (flags & one)
                put(out, field(of, i, one));
        }
    }
    finish(out, trun);
}

/* Takes the first sample's values as the track's. Returns whether some sample has none, and the first has. */
static bool lacks_defaults(sr_box traf, track *defaults, run *first) {
    bool lacks = false, begun = false;
    const uint32_t both = RUN_DURATION | RUN_SIZE;
    uint32_t own = defaults->flags >> 3 << 8 & both;
    for (sr_box box = sr_box_first_child(traf); box.size_bytes != 0; box = sr_box_next(traf, box)) {
        run each;
        if (!sr_box_is(box, "trun"))
            continue;
        if (!read_run(box, &each))
            return false;
        if (!begun)
            *first = each;
        begun = true;
        lacks = lacks || ((each.flags | own) & both) != both;
    }
    if (!lacks || first->count == 0 || ((first->flags | own) & both) != both)
        return false;
    if (!(defaults->flags & TFHD_DURATION))
        defaults->duration_ticks = field(first, 0, RUN_DURATION);
    if (!(defaults->flags & TFHD_SIZE))
        defaults->size_bytes = field(first, 0, RUN_SIZE);
    defaults->flags |= TFHD_DURATION | TFHD_SIZE;
    return true;
}

static void put_rest(writer *out, sr_box traf, const track *defaults, uint32_t moved_bytes) {
    bool moves = moved_bytes != 0, first = true;
    for (sr_box box = sr_box_next(traf, sr_box_first_child(traf)); box.size_bytes != 0; box = sr_box_next(traf, box)) {
        run each;
        if (!sr_box_is(box, "trun") || !read_run(box, &each)) {
            put_box(out, box);
            continue;
        }
        each.offset_bytes -= moved_bytes;
        uint32_t flags = needed(&each, defaults);
        put_run(out, &each, moves && first ? flags & ~(uint32_t)RUN_OFFSET : flags);
        first = false;
    }
}

/* Writes the track with its defaults, and fills what is left: an odd word by naming the track's only description. */
static void put_traf(writer *out, sr_box traf, track *defaults, uint32_t moved_bytes) {
    size_t start = begin(out, "traf");
    put_track(out, defaults);
    put_rest(out, traf, defaults, moved_bytes);
    size_t left_bytes = out->end - out->at;
    if (!out->full && left_bytes == WORD && !(defaults->flags & TFHD_DESCRIPTION)) {
        defaults->flags |= TFHD_DESCRIPTION;
        defaults->description = 1;
        out->at = start;
        put_traf(out, traf, defaults, moved_bytes);
        return;
    }
    if (left_bytes >= SR_BOX_HEADER_BYTES) {
        size_t filler = begin(out, "free");
        while (!out->full && out->at < out->end)
            put(out, 0);
        finish(out, filler);
    }
    finish(out, start);
}

static bool complete_track(sr_box traf) {
    track defaults;
    run first = {0};
    if (!read_track(sr_box_first_child(traf), &defaults) || !lacks_defaults(traf, &defaults, &first))
        return false;
    bool moves = (defaults.flags & TFHD_BASE) != 0 && (first.flags & RUN_OFFSET) != 0;
    uint32_t moved_bytes = moves ? first.offset_bytes : 0;
    defaults.base_bytes += moved_bytes;
    writer out = {malloc(traf.size_bytes), 0, traf.size_bytes, false};
    if (out.bytes == NULL)
        return false;
    put_traf(&out, traf, &defaults, moved_bytes);
    bool fits = !out.full && out.at == out.end;
    if (fits)
        memcpy(traf.bytes, out.bytes, traf.size_bytes);
    free(out.bytes);
    return fits;
}

bool sr_moof_complete(uint8_t *bytes, size_t size_bytes) {
    sr_box moof = sr_box_at(bytes, size_bytes);
    if (moof.size_bytes == 0 || moof.size_bytes != size_bytes || !sr_box_is(moof, "moof"))
        return false;
    bool changed = false;
    for (sr_box child = sr_box_first_child(moof); child.size_bytes != 0; child = sr_box_next(moof, child)) {
        if (sr_box_is(child, "traf"))
            changed = complete_track(child) || changed;
    }
    return changed;
}
