/* Reads sound between its samples, by a filter whose taps lie between two rows of a table. Nothing is allocated. */
#ifndef SR_RESAMPLE_H
#define SR_RESAMPLE_H

#include <stddef.h>

enum { SR_RESAMPLE_TAPS = 32 };

typedef struct sr_resampling {
    const float *table;  /* for each fraction of a sample from 0/phases to phases/phases, SR_RESAMPLE_TAPS taps */
    int phases;          /* of the table, which has one row more */
    const float *window; /* the channels, one behind the other */
    size_t window_size;  /* samples of a channel */
    int channels;
} sr_resampling;

/* Makes `count` sample frames, which are interleaved: frame i from position `begin` + i * `rate` of the window, which
 * has SR_RESAMPLE_TAPS / 2 samples before and behind each position. */
void sr_resample(const sr_resampling *resampling, double begin, double rate, float *made, int count);

#endif
