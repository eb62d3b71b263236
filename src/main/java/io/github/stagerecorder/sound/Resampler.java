package io.github.stagerecorder.sound;

/**
 * Reads sound between its samples, by a windowed sinc of 32 taps (J. O. Smith, "Digital Audio Resampling Home Page"). Its
 * rate may change at any time without a step. One thread at a time uses it.
 */
final class Resampler {
    static final int TAPS = 32;

    /** So many sample frames before and behind the position are read. */
    static final int REACH = TAPS / 2;

    private static final int PHASES = 256;
    private static final double BANDWIDTH = 0.95; // of half the rate
    private static final double KAISER_BETA = 9;
    private static final float[] TABLE = table();

    private final SampleRing ring;
    private final int channels;
    private final float[] window;
    private final float[] taps = new float[TAPS];

    /** @param most how many sample frames are made at a time */
    Resampler(SampleRing ring, int channels, int most) {
        this.ring = ring;
        this.channels = channels;
        window = new float[(most + most / 64 + 2 * TAPS) * channels];
    }

    private static float[] table() {
        float[] table = new float[(PHASES + 1) * TAPS];
        for (int phase = 0; phase <= PHASES; phase++) {
            double sum = 0;
            for (int tap = 0; tap < TAPS; tap++) {
                sum += tap(tap - (REACH - 1) - (double) phase / PHASES);
            }
            for (int tap = 0; tap < TAPS; tap++) {
                table[phase * TAPS + tap] = (float) (tap(tap - (REACH - 1) - (double) phase / PHASES) / sum);
            }
        }
        return table;
    }

    private static double tap(double distance) {
        double part = distance / REACH;
        double kaiser = Math.abs(part) >= 1 ? 0 : bessel(KAISER_BETA * Math.sqrt(1 - part * part));
        double angle = Math.PI * BANDWIDTH * distance;
        return kaiser * (angle == 0 ? 1 : Math.sin(angle) / angle);
    }

    /** The modified Bessel function of the first kind and order 0, by its series. */
    private static double bessel(double x) {
        double term = 1;
        double sum = 1;
        for (int k = 1; term > 1e-12 * sum; k++) {
            term *= x * x / (4.0 * k * k);
            sum += term;
        }
        return sum;
    }

    /** Makes sample frames from the ring's, from {@code position} on. */
    void make(SoundBlock block, double position, double rate, int sampleFrames) {
        long from = (long) Math.floor(position) - (REACH - 1);
        double offset = position - from;
        block.sound();
        ring.read(from, (int) (offset + (sampleFrames - 1) * rate) + REACH + 1, window);
        for (int i = 0; i < sampleFrames; i++) {
            double at = offset + i * rate;
            setTaps(at - Math.floor(at));
            int begin = ((int) at - (REACH - 1)) * channels;
            for (int channel = 0; channel < channels; channel++) {
                block.set(i * channels + channel, sum(begin + channel));
            }
        }
    }

    private void setTaps(double fraction) {
        double phase = fraction * PHASES;
        int row = (int) phase * TAPS;
        float part = (float) (phase - (int) phase);
        for (int tap = 0; tap < TAPS; tap++) {
            float left = TABLE[row + tap];
            taps[tap] = left + part * (TABLE[row + TAPS + tap] - left);
        }
    }

    private float sum(int begin) {
        float sum = 0;
        for (int tap = 0; tap < TAPS; tap++) {
            sum += taps[tap] * window[begin + tap * channels];
        }
        return sum;
    }
}
