package io.github.stagerecorder.settings;

/**
 * Frames per second as a fraction in lowest terms, such as 30000/1001. Immutable.
 *
 * @param numerator the number of frames
 * @param denominator the number of seconds that these frames take
 */
public record FrameRate(int numerator, int denominator) {
    private static final long NS_PER_S = 1_000_000_000L;

    /** Keeps {@link #timeNs} within a long: its largest intermediate value is below numerator * denominator * 10^9. */
    private static final long MAX_PRODUCT = Long.MAX_VALUE / NS_PER_S;

    private static final int SECONDS_AN_HOUR = 3_600;

    /**
     * @throws IllegalArgumentException if either number is not positive, both are absurdly large, or a frame lasts more
     *     than an hour
     */
    public FrameRate {
        if (numerator <= 0 || denominator <= 0) {
            throw new IllegalArgumentException(
                    "frame rate " + numerator + "/" + denominator + ": both numbers must be positive");
        }
        int divisor = gcd(numerator, denominator);
        numerator /= divisor;
        denominator /= divisor;
        if ((long) numerator * denominator > MAX_PRODUCT) {
            throw new IllegalArgumentException("frame rate " + numerator + "/" + denominator
                    + ": the product of both numbers must be at most " + MAX_PRODUCT);
        }
        if (denominator > (long) SECONDS_AN_HOUR * numerator) {
            throw new IllegalArgumentException(
                    "frame rate " + numerator + "/" + denominator + ": at least one frame an hour is needed");
        }
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** Returns when frame {@code index} begins: exactly floor(index * denominator * 10^9 / numerator) nanoseconds. */
    public long timeNs(long index) {
        long rounds = index / numerator;
        long rest = index % numerator;
        return rounds * denominator * NS_PER_S + rest * denominator * NS_PER_S / numerator;
    }

    /** Returns the last frame that has begun at {@code timeNs}, which must not be negative. */
    public long index(long timeNs) {
        long rounds = timeNs / (denominator * NS_PER_S);
        long restNs = timeNs % (denominator * NS_PER_S);
        return rounds * numerator + restNs * numerator / (denominator * NS_PER_S);
    }

    /** Returns the sample frames of sound in so many frames: exactly floor(frames * denominator * rateHz / numerator). */
    public long sampleFrames(long frames, int rateHz) {
        long rounds = frames / numerator;
        long rest = frames % numerator;
        return rounds * denominator * rateHz + rest * denominator * rateHz / numerator;
    }

    /** Returns the duration of one frame in nanoseconds, rounded down. */
    public long intervalNs() {
        return timeNs(1);
    }

    /** Returns the rate rounded to whole frames a second, at least one: the keyframe distance of one second. */
    public int framesPerSecond() {
        return Math.max(1, Math.round((float) numerator / denominator));
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
