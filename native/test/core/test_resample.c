/* The resampler with a table whose result is known: it draws a straight line between two samples. */
#include "check.h"
#include "sr_resample.h"

#include <stdlib.h>

enum { PHASES = 8, BEFORE = SR_RESAMPLE_TAPS / 2 - 1, WINDOW = 400, COUNT = 300, MAX_CHANNELS = 8 };

static const double FIRST = BEFORE; /* the first place that has samples enough before it */

static float table[(PHASES + 1) * SR_RESAMPLE_TAPS];

static void fill_table(void) {
    for (int phase = 0; phase <= PHASES; phase++) {
        table[phase * SR_RESAMPLE_TAPS + BEFORE] = 1 - (float)phase / (float)PHASES;
        table[phase * SR_RESAMPLE_TAPS + BEFORE + 1] = (float)phase / (float)PHASES;
    }
}

/* Memory of its exact size, so that a sanitizer finds whatever is read or written beside it. */
static float *samples(size_t count) {
    float *memory = calloc(count, sizeof(float));
    if (memory == NULL)
        exit(2);
    return memory;
}

static int count_wrong(const float *made, int channels, double begin, double rate) {
    int wrong = 0;
    for (int frame = 0; frame < COUNT; frame++)
        for (int channel = 0; channel < channels; channel++) {
            double off = made[frame * channels + channel] - (begin + frame * rate + 1000 * channel);
            wrong += off < -0.01 || off > 0.01;
        }
    return wrong;
}

/* Each channel rises by 1 with each sample, and begins 1000 above the one before. */
static void check_lines(int channels, double begin, double rate) {
    float *window = samples((size_t)channels * WINDOW), *made = samples((size_t)channels * COUNT);
    for (int channel = 0; channel < channels; channel++)
        for (int i = 0; i < WINDOW; i++)
            window[channel * WINDOW + i] = (float)(i + 1000 * channel);
    sr_resampling resampling = {table, PHASES, window, WINDOW, channels};
    sr_resample(&resampling, begin, rate, made, COUNT);
    CHECK_EQUAL(count_wrong(made, channels, begin, rate), 0);
    free(window);
    free(made);
}

static void reads_between_samples(void) {
    for (int channels = 1; channels <= MAX_CHANNELS; channels++) {
        check_lines(channels, FIRST, 1);
        check_lines(channels, FIRST + 0.3, 1.0005);
        check_lines(channels, FIRST + 0.999, 0.995);
    }
}

static void reaches_both_ends_of_the_window(void) {
    double last = WINDOW - 1 - SR_RESAMPLE_TAPS / 2;
    check_lines(2, FIRST, (last - FIRST) / (COUNT - 1));
}

int main(void) {
    fill_table();
    RUN(reads_between_samples);
    RUN(reaches_both_ends_of_the_window);
    return check_report();
}
