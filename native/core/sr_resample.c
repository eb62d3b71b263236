#include "sr_resample.h"

#include <string.h>

enum { LANES = 4, REACH = SR_RESAMPLE_TAPS / 2 };

typedef float lanes __attribute__((vector_size(LANES * sizeof(float))));

/* Memory at any address. */
static lanes load(const float *samples) {
    lanes loaded;
    memcpy(&loaded, samples, sizeof loaded);
    return loaded;
}

static void set_taps(lanes *taps, const sr_resampling *resampling, double fraction) {
    double phase = fraction * resampling->phases;
    int row = (int)phase;
    float part = (float)(phase - row);
    const float *left = resampling->table + (ptrdiff_t)row * SR_RESAMPLE_TAPS, *right = left + SR_RESAMPLE_TAPS;
    for (int i = 0; i < SR_RESAMPLE_TAPS / LANES; i++)
        taps[i] = load(left + i * LANES) + part * (load(right + i * LANES) - load(left + i * LANES));
}

/* Two sums at a time, because each addition waits for the one before. */
static float filtered(const lanes *taps, const float *samples) {
    lanes even = {0}, odd = {0};
    for (int i = 0; i < SR_RESAMPLE_TAPS / LANES; i += 2) {
        even += taps[i] * load(samples + i * LANES);
        odd += taps[i + 1] * load(samples + (i + 1) * LANES);
    }
    even += odd;
    return even[0] + even[1] + (even[2] + even[3]);
}

void sr_resample(const sr_resampling *resampling, double begin, double rate, float *made, int count) {
    for (int frame = 0; frame < count; frame++) {
        double position = begin + frame * rate;
        ptrdiff_t sample = (ptrdiff_t)position;
        lanes taps[SR_RESAMPLE_TAPS / LANES];
        set_taps(taps, resampling, position - (double)sample);
        const float *samples = resampling->window + sample - (REACH - 1);
        for (int channel = 0; channel < resampling->channels; channel++, samples += resampling->window_size)
            *made++ = filtered(taps, samples);
    }
}
