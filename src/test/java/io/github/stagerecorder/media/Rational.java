package io.github.stagerecorder.media;

/** A fraction as ffprobe writes it, such as {@code 30000/1001}; {@code 0/0} is unknown. */
public record Rational(long numerator, long denominator) {
    private static final long NS_PER_SECOND = 1_000_000_000L;

    /** Reads {@code numerator/denominator}. */
    public static Rational parse(String text) {
        int slash = text.indexOf('/');
        return new Rational(Long.parseLong(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1)));
    }

    /** Whether it has a value other than zero. */
    public boolean isKnown() {
        return numerator != 0 && denominator != 0;
    }

    /** Whether both have one value, be they reduced or not. */
    public boolean isSameAs(long otherNumerator, long otherDenominator) {
        return isKnown()
                && Math.multiplyExact(numerator, otherDenominator) == Math.multiplyExact(otherNumerator, denominator);
    }

    /** The value, or not a number when unknown. */
    public double toDouble() {
        return (double) numerator / denominator;
    }

    /** That many times this fraction of a second, in whole nanoseconds, rounded down. */
    public long ticksToNs(long ticks) {
        return Math.floorDiv(Math.multiplyExact(Math.multiplyExact(ticks, numerator), NS_PER_SECOND), denominator);
    }
}
