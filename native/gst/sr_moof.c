#include "sr_moof.h"

#include "sr_moof_run.h"

#include <stdlib.h>
#include <string.h>

enum { WORD = SR_BOX_WORD_BYTES, SAMPLE_FIELDS = 4 };

/* What a fragment leaves out for some of a track's samples. */
typedef struct gaps {
    bool values; /* how long or how large they are */
    bool flags;  /* whether they are keyframes; or it tells that twice, which is not allowed */
} gaps;

typedef struct writer {
    uint8_t *bytes;
    size_t at, end;
    bool full;
} writer;

/* Without values of their own, all but the first are alike. */
static bool all_are(const sr_run *of, uint32_t wanted, uint32_t value, uint32_t mask) {
    uint32_t unlike = (of->flags & wanted) || of->count < 2 ? of->count : 2;
    for (uint32_t i = 0; i < unlike; i++) {
        if (((sr_run_field(of, i, wanted) ^ value) & mask) != 0)
            return false;
    }
    return true;
}

static bool other_is(const sr_run *of, uint32_t flags) {
    return ((sr_run_field(of, 1, SR_RUN_FLAGS) ^ flags) & SR_NON_SYNC) == 0;
}

/* What of a run is still to be said once the track has its defaults. */
static uint32_t needed(const sr_run *of, const sr_track_defaults *defaults) {
    uint32_t flags = of->flags & ~(uint32_t)(SR_RUN_FIRST_FLAGS | SR_RUN_FLAGS);
    if ((flags & SR_RUN_DURATION) && all_are(of, SR_RUN_DURATION, defaults->duration_ticks, UINT32_MAX))
        flags &= ~(uint32_t)SR_RUN_DURATION;
    if ((flags & SR_RUN_SIZE) && all_are(of, SR_RUN_SIZE, defaults->size_bytes, UINT32_MAX))
        flags &= ~(uint32_t)SR_RUN_SIZE;
    if (all_are(of, SR_RUN_FLAGS, defaults->sample_flags, SR_NON_SYNC))
        return flags;
    bool only_first = of->count == 1 || (of->count == 2 && other_is(of, defaults->sample_flags));
    return flags | (only_first ? SR_RUN_FIRST_FLAGS : SR_RUN_FLAGS);
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

static void put_track(writer *out, const sr_track_defaults *defaults) {
    size_t tfhd = begin(out, "tfhd");
    put(out, defaults->flags);
    put(out, defaults->number);
    put_if(out, defaults->flags & SR_TFHD_BASE, (uint32_t)(defaults->base_bytes >> 32));
    put_if(out, defaults->flags & SR_TFHD_BASE, (uint32_t)defaults->base_bytes);
    put_if(out, defaults->flags & SR_TFHD_DESCRIPTION, defaults->description);
    put_if(out, defaults->flags & SR_TFHD_DURATION, defaults->duration_ticks);
    put_if(out, defaults->flags & SR_TFHD_SIZE, defaults->size_bytes);
    put_if(out, defaults->flags & SR_TFHD_FLAGS, defaults->sample_flags);
    finish(out, tfhd);
}

static void put_run(writer *out, const sr_run *of, uint32_t flags) {
    size_t trun = begin(out, "trun");
    put(out, of->version | flags);
    put(out, of->count);
    put_if(out, flags & SR_RUN_OFFSET, of->offset_bytes);
    put_if(out, flags & SR_RUN_FIRST_FLAGS, of->count == 0 ? 0 : sr_run_field(of, 0, SR_RUN_FLAGS));
    uint32_t told = sr_run_sample_bytes(flags) == 0 ? 0 : of->count;
    for (uint32_t i = 0; i < told && !out->full; i++) {
        for (int j = 0; j < SAMPLE_FIELDS; j++) {
            uint32_t one = (uint32_t)SR_RUN_DURATION << j;
            if (flags & one)
                put(out, sr_run_field(of, i, one));
        }
    }
    finish(out, trun);
}

/* Returns what the fragment leaves out, and its first run. */
static gaps find_gaps(sr_box traf, const sr_track_defaults *defaults, sr_run *first) {
    const uint32_t values = SR_RUN_DURATION | SR_RUN_SIZE, twice = SR_RUN_FIRST_FLAGS | SR_RUN_FLAGS;
    uint32_t own = defaults->flags >> 3 << 8 & values;
    gaps found = {false, false};
    bool begun = false, told = false, untold = false, is_twice = false;
    for (sr_box box = sr_box_first_child(traf); box.size_bytes != 0; box = sr_box_next(traf, box)) {
        sr_run each;
        if (!sr_box_is(box, "trun"))
            continue;
        if (!sr_run_read(box, &each))
            return (gaps){false, false};
        if (!begun)
            *first = each;
        begun = true;
        found.values = found.values || ((each.flags | own) & values) != values;
        is_twice = is_twice || (each.flags & twice) == twice;
        told = told || (each.flags & SR_RUN_FLAGS) != 0;
        untold = untold || (each.flags & SR_RUN_FLAGS) == 0;
    }
    found.flags = is_twice || (told && untold && (defaults->flags & SR_TFHD_FLAGS) == 0);
    return first->count == 0 ? (gaps){false, false} : found;
}

/* Takes the first sample's values as the track's. Returns false if it has none. */
static bool give_values(sr_track_defaults *defaults, const sr_run *first) {
    const uint32_t both = SR_RUN_DURATION | SR_RUN_SIZE;
    uint32_t own = defaults->flags >> 3 << 8 & both;
    if (((first->flags | own) & both) != both)
        return false;
    if (!(defaults->flags & SR_TFHD_DURATION))
        defaults->duration_ticks = sr_run_field(first, 0, SR_RUN_DURATION);
    if (!(defaults->flags & SR_TFHD_SIZE))
        defaults->size_bytes = sr_run_field(first, 0, SR_RUN_SIZE);
    defaults->flags |= SR_TFHD_DURATION | SR_TFHD_SIZE;
    return true;
}

static void give_flags(sr_track_defaults *defaults, sr_box traf) {
    defaults->flags |= SR_TFHD_FLAGS;
    defaults->sample_flags = sr_run_usual_flags(traf);
    defaults->flags_missing = true;
}

static void put_rest(writer *out, sr_box traf, const sr_track_defaults *defaults, uint32_t moved_bytes) {
    bool moves = moved_bytes != 0, first = true;
    for (sr_box box = sr_box_next(traf, sr_box_first_child(traf)); box.size_bytes != 0; box = sr_box_next(traf, box)) {
        sr_run each;
        if (!sr_box_is(box, "trun") || !sr_run_read(box, &each)) {
            put_box(out, box);
            continue;
        }
        each.offset_bytes -= moved_bytes;
        if (defaults->flags_missing)
            sr_run_infer_flags(&each, traf, box, defaults->sample_flags);
        else
            sr_run_default_flags(&each, defaults->sample_flags);
        uint32_t flags = needed(&each, defaults);
        put_run(out, &each, moves && first ? flags & ~(uint32_t)SR_RUN_OFFSET : flags);
        first = false;
    }
}

/* Writes the track with its defaults, and fills what is left: an odd word by naming the track's only description. */
static void put_traf(writer *out, sr_box traf, sr_track_defaults *defaults, uint32_t moved_bytes) {
    size_t start = begin(out, "traf");
    put_track(out, defaults);
    put_rest(out, traf, defaults, moved_bytes);
    size_t left_bytes = out->end - out->at;
    if (!out->full && left_bytes == WORD && !(defaults->flags & SR_TFHD_DESCRIPTION)) {
        defaults->flags |= SR_TFHD_DESCRIPTION;
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
    sr_track_defaults defaults;
    sr_run first = {0};
    if (!sr_track_read(sr_box_first_child(traf), &defaults))
        return false;
    gaps found = find_gaps(traf, &defaults, &first);
    if ((!found.values && !found.flags) || (found.values && !give_values(&defaults, &first)))
        return false;
    if (found.flags)
        give_flags(&defaults, traf);
    bool moves = (defaults.flags & SR_TFHD_BASE) != 0 && (first.flags & SR_RUN_OFFSET) != 0;
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
