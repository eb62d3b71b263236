package io.github.stagerecorder.settings;

import io.github.stagerecorder.SampleFormat;

/**
 * The format of the sound that an application makes. Immutable. A sample frame is one sample of each channel.
 *
 * @param rateHz sample frames per second
 * @param channels the number of channels, interleaved in GStreamer's order
 * @param sampleFormat how a sample is stored
 */
public record SoundFormat(int rateHz, int channels, SampleFormat sampleFormat) {
    private static final long NS_PER_S = 1_000_000_000L;
    private static final int LOWEST_HZ = 8_000;
    private static final int HIGHEST_HZ = 192_000;
    private static final int MOST_CHANNELS = 8;

    /** @throws IllegalArgumentException if the rate or the number of channels is out of range */
    public SoundFormat {
        if (rateHz < LOWEST_HZ || rateHz > HIGHEST_HZ) {
            throw new IllegalArgumentException(
                    "sound of " + rateHz + " Hz: the rate must be from " + LOWEST_HZ + " to " + HIGHEST_HZ + " Hz");
        }
        if (channels < 1 || channels > MOST_CHANNELS) {
            throw new IllegalArgumentException(
                    "sound of " + channels + " channels: there must be from 1 to " + MOST_CHANNELS);
        }
        if (sampleFormat == null) {
            throw new IllegalArgumentException("sound without a sample format");
        }
    }

    /** Returns the size of one sample frame. */
    public int bytesPerSampleFrame() {
        return channels * (sampleFormat == SampleFormat.S16 ? Short.BYTES : Float.BYTES);
    }

    /** Returns the sample frame that is nearest to a time, which may be negative. */
    public long nearestIndex(long timeNs) {
        long seconds = Math.floorDiv(timeNs, NS_PER_S);
        long restNs = Math.floorMod(timeNs, NS_PER_S);
        return seconds * rateHz + (restNs * rateHz + NS_PER_S / 2) / NS_PER_S;
    }

    /** Returns when a sample frame begins: exactly floor(index * 10^9 / rate) nanoseconds. */
    public long timeNs(long index) {
        return index / rateHz * NS_PER_S + index % rateHz * NS_PER_S / rateHz;
    }
}
