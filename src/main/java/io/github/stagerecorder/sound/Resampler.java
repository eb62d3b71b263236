package io.github.stagerecorder.sound;

import io.github.stagerecorder.jni.PoolNative;
import io.github.stagerecorder.jni.SoundNative;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Reads sound between its samples, by a windowed sinc of 32 taps (J. O. Smith, "Digital Audio Resampling Home Page"). Its
 * rate may change at any time without a step. One thread at a time uses it.
 */
final class Resampler {
    /** So many sample frames before and behind the position are read. */
    static final int REACH = SoundNative.TAPS / 2;

    private static final int TAPS = SoundNative.TAPS;

    private static final int PHASES = 256;
    private static final double BANDWIDTH = 0.95; // of half the rate
    private static final double KAISER_BETA = 9;
    private static final ByteBuffer TABLE = table();
    private static final long TABLE_ADDRESS = PoolNative.address(TABLE);

    private final SampleRing ring;
    private final int channels;
    private final FloatBuffer window; // the channels, one behind the other
    private final long windowAddress;
    private final int windowSize; // of a channel
    private final FloatBuffer made; // interleaved
    private final long madeAddress;

    /** @param most how many sample frames are made at a time */
    Resampler(SampleRing ring, int channels, int most) {
        this.ring = ring;
        this.channels = channels;
        windowSize = most + most / 64 + 2 * TAPS;
        ByteBuffer windowBytes = bytes(windowSize * channels);
        window = windowBytes.asFloatBuffer();
        windowAddress = PoolNative.address(windowBytes);
        ByteBuffer madeBytes = bytes(most * channels);
        made = madeBytes.asFloatBuffer();
        madeAddress = PoolNative.address(madeBytes);
    }

    private static ByteBuffer bytes(int floats) {
        return ByteBuffer.allocateDirect(floats * Float.BYTES).order(ByteOrder.nativeOrder());
    }

    private static ByteBuffer table() {
        ByteBuffer table = bytes((PHASES + 1) * TAPS);
        for (int phase = 0; phase <= PHASES; phase++) {
            double sum = 0;
            for (int tap = 0; tap < TAPS; tap++) {
                sum += tap(tap - (REACH - 1) - (double) phase / PHASES);
            }
            for (int tap = 0; tap < TAPS; tap++) {
                table.putFloat((float) (tap(tap - (REACH - 1) - (double) phase / PHASES) / sum));
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
        double begin = position - from;
        ring.read(from, (int) (begin + (sampleFrames - 1) * rate) + REACH + 1, window, windowSize);
        SoundNative.resample(
                TABLE_ADDRESS, PHASES, windowAddress, windowSize, channels, begin, rate, madeAddress, sampleFrames);
        block.put(made, sampleFrames * channels);
    }
}
