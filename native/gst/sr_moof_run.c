#include "sr_moof_run.h"

enum { WORD = SR_BOX_WORD_BYTES };
/* As qtmux writes them, but for SR_NON_SYNC. */
enum { SYNC_FLAGS = 0xc0 };

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

bool sr_track_read(sr_box tfhd, sr_track_defaults *into) {
    if (tfhd.size_bytes < SR_FULL_BOX_HEADER_BYTES + WORD || !sr_box_is(tfhd, "tfhd"))
        return false;
    uint32_t flags = into->flags = sr_box_flags(tfhd);
    bool has_base = flags & SR_TFHD_BASE;
    size_t words = 1 + (size_t)bits(flags & 0x3b) + has_base;
    if (tfhd.size_bytes != SR_FULL_BOX_HEADER_BYTES + WORD * words)
        return false;
    into->flags_missing = false;
    const uint8_t *at = tfhd.bytes + SR_FULL_BOX_HEADER_BYTES;
    into->number = next_word(&at);
    into->base_bytes = (uint64_t)word_if(has_base, &at) << 32;
    into->base_bytes |= word_if(has_base, &at);
    into->description = word_if(flags & SR_TFHD_DESCRIPTION, &at);
    into->duration_ticks = word_if(flags & SR_TFHD_DURATION, &at);
    into->size_bytes = word_if(flags & SR_TFHD_SIZE, &at);
    into->sample_flags = word_if(flags & SR_TFHD_FLAGS, &at);
    return true;
}

size_t sr_run_sample_bytes(uint32_t flags) {
    return WORD * (size_t)bits(flags & (SR_RUN_DURATION | SR_RUN_SIZE | SR_RUN_FLAGS | SR_RUN_CTS));
}

bool sr_run_read(sr_box trun, sr_run *into) {
    if (trun.size_bytes < SR_FULL_BOX_HEADER_BYTES + WORD)
        return false;
    uint32_t flags = into->flags = sr_box_flags(trun);
    size_t head_bytes =
        SR_FULL_BOX_HEADER_BYTES + WORD + WORD * (size_t)bits(flags & (SR_RUN_OFFSET | SR_RUN_FIRST_FLAGS));
    if (trun.size_bytes < head_bytes)
        return false;
    const uint8_t *at = trun.bytes + SR_FULL_BOX_HEADER_BYTES;
    into->version = sr_box_word(trun.bytes + SR_BOX_HEADER_BYTES) & 0xff000000;
    into->count = next_word(&at);
    into->offset_bytes = word_if(flags & SR_RUN_OFFSET, &at);
    into->first_flags = into->other_flags = word_if(flags & SR_RUN_FIRST_FLAGS, &at);
    into->samples = at;
    return trun.size_bytes == head_bytes + into->count * sr_run_sample_bytes(flags);
}

uint32_t sr_run_field(const sr_run *of, uint32_t index, uint32_t wanted) {
    if ((of->flags & wanted) == 0)
        return index == 0 ? of->first_flags : of->other_flags;
    uint32_t ahead = of->flags & (wanted - 1) & (SR_RUN_DURATION | SR_RUN_SIZE | SR_RUN_FLAGS);
    return sr_box_word(of->samples + index * sr_run_sample_bytes(of->flags) + sr_run_sample_bytes(ahead));
}

static bool next_run(sr_box traf, sr_box *at, sr_run *into) {
    for (*at = sr_box_next(traf, *at); at->size_bytes != 0; *at = sr_box_next(traf, *at)) {
        if (sr_box_is(*at, "trun") && sr_run_read(*at, into) && into->count > 0)
            return true;
    }
    return false;
}

uint32_t sr_run_usual_flags(sr_box traf) {
    uint32_t told = 0;
    sr_run each;
    for (sr_box at = sr_box_first_child(traf); next_run(traf, &at, &each);) {
        if (each.flags & SR_RUN_FIRST_FLAGS)
            told |= each.first_flags;
        for (uint32_t i = 0; (each.flags & SR_RUN_FLAGS) && i < each.count; i++)
            told |= sr_run_field(&each, i, SR_RUN_FLAGS);
    }
    return SYNC_FLAGS | (told & SR_NON_SYNC);
}

static bool shows_usual(const sr_run *run) {
    return (run->flags & (SR_RUN_FLAGS | SR_RUN_FIRST_FLAGS)) != 0;
}

/* What qtmux took for usual before a run that shows it. Its first sample has flags of its own where they differ. In
 * a run of two both kinds of flags are told then, and one of three always has flags of its own. */
static uint32_t usual_before(const sr_run *run) {
    uint32_t first = sr_run_field(run, 0, SR_RUN_FLAGS);
    bool differs = (run->flags & SR_RUN_FLAGS) && (run->count == 1 || (run->flags & SR_RUN_FIRST_FLAGS));
    return SYNC_FLAGS | ((differs ? ~first : first) & SR_NON_SYNC);
}

void sr_run_default_flags(sr_run *of, uint32_t usual) {
    of->other_flags = usual;
    if (!(of->flags & SR_RUN_FIRST_FLAGS))
        of->first_flags = usual;
}

void sr_run_infer_flags(sr_run *of, sr_box traf, sr_box trun, uint32_t usual) {
    sr_run behind;
    for (sr_box at = trun; next_run(traf, &at, &behind);) {
        if (shows_usual(&behind)) {
            usual = usual_before(&behind);
            break;
        }
    }
    sr_run_default_flags(of, usual);
}
