/* What an MP4 fragment tells of a track (tfhd) and of its samples (trun), and what it leaves out about keyframes. */
#ifndef SR_MOOF_RUN_H
#define SR_MOOF_RUN_H

#include "sr_boxes.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SR_NON_SYNC = 0x10000 };
enum { SR_TFHD_BASE = 1, SR_TFHD_DESCRIPTION = 2, SR_TFHD_DURATION = 8, SR_TFHD_SIZE = 16, SR_TFHD_FLAGS = 32 };
enum {
    SR_RUN_OFFSET = 1,
    SR_RUN_FIRST_FLAGS = 4,
    SR_RUN_DURATION = 0x100,
    SR_RUN_SIZE = 0x200,
    SR_RUN_FLAGS = 0x400,
    SR_RUN_CTS = 0x800
};

/* A track's defaults. */
typedef struct sr_track_defaults {
    uint32_t flags, number, description, duration_ticks, size_bytes, sample_flags;
    uint64_t base_bytes;
    bool flags_missing; /* for some samples, although the fragment tells those of others */
} sr_track_defaults;

/* Samples that lie behind one another. */
typedef struct sr_run {
    uint32_t version, flags, count, offset_bytes;
    uint32_t first_flags, other_flags; /* of its samples, where they have none of their own */
    const uint8_t *samples;
} sr_run;

/* Both return false if the box is of another kind or has another size than it should. */
bool sr_track_read(sr_box tfhd, sr_track_defaults *into);
bool sr_run_read(sr_box trun, sr_run *into);
size_t sr_run_sample_bytes(uint32_t flags);
/* Returns a field of a sample. The run must have it, but for SR_RUN_FLAGS. */
uint32_t sr_run_field(const sr_run *of, uint32_t index, uint32_t wanted);
/* Returns the flags of most samples of the fragment: those of keyframes unless a run tells of others. */
uint32_t sr_run_usual_flags(sr_box traf);
/* Gives the samples without flags those of the track. */
void sr_run_default_flags(sr_run *of, uint32_t usual);
/* Sets the flags that qtmux has left out, because its samples had those that it took for usual. It never tells these:
 * the run itself, or one of those behind it, shows them. `usual` are those of most samples. */
void sr_run_infer_flags(sr_run *of, sr_box traf, sr_box trun, uint32_t usual);

#endif
