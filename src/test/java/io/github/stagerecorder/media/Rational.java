package io.github.stagerecorder.media;

/** A fraction as ffprobe writes it, such as {@code 30000/1001}; {@code 0/0} means unknown. */
public record Rational(long numerator, long denominator) {
    private static final long NS_PER_SECOND = 1_000_000_000L;

    /** Parses {@code numerator/denominator}. */
    public static Rational parse(String text) {
        int slash = text.indexOf('/');
        return new Rational(Long.parseLong(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1)));
    }

    /** Returns true if the value is known and not zero. */
    public boolean isKnown() {
        return numerator != 0 && denominator != 0;
    }

    /** Returns true if both fractions have the same value, in lowest terms or not. */
    public boolean isSameAs(long otherNumerator, long otherDenominator) {
        return isKnown()
                && Math.multiplyExact(numerator, otherDenominator) == Math.multiplyExact(otherNumerator, denominator);
    }

    /** Returns the value, or NaN if it is unknown. */
    public double toDouble() {
        return (double) numerator / denominator;
    }

    /**
     * Returns this number of ticks in whole nanoseconds, rounded down. The fraction is the length of a tick in seconds.
     */
    public long ticksToNs(long ticks) {
        return Math.floorDiv(Math.multiplyExact(Math.multiplyExact(ticks, numerator), NS_PER_SECOND), denominator);
    }
}
