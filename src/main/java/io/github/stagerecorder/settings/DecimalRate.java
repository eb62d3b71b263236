package io.github.stagerecorder.settings;

/**
 * The fraction that a decimal number of frames per second stands for. 23.976, 29.97 and 59.94 are customary for
 * 24000/1001, 30000/1001 and 60000/1001, which no decimal tells exactly.
 */
public final class DecimalRate {
    private static final double LEAST = 1.0 / 3_600;
    private static final double MOST = 1_000_000;
    private static final double ROUNDED = 0.005; // 23.98 is written as well
    private static final double TOLERANCE = 1e-6;

    private DecimalRate() {}

    /** @throws IllegalArgumentException if it is no number from one frame an hour to a million a second */
    public static FrameRate parse(double fps) {
        if (!(fps >= LEAST && fps <= MOST)) {
            throw new IllegalArgumentException(
                    "frame rate " + fps + ": must be from one frame an hour to " + (int) MOST + " a second");
        }
        int film = (int) Math.round(fps * 1.001);
        boolean isFilm = fps != Math.rint(fps) && film > 0 && (film % 24 == 0 || film % 30 == 0);
        return isFilm && Math.abs(film / 1.001 - fps) < ROUNDED ? new FrameRate(film * 1_000, 1_001) : nearest(fps);
    }

    /** Returns the first convergent of the continued fraction that is near enough. */
    private static FrameRate nearest(double fps) {
        double rest = fps;
        long numerator = (long) rest;
        long denominator = 1;
        long lastNumerator = 1;
        long lastDenominator = 0;
        while (Math.abs((double) numerator / denominator - fps) > fps * TOLERANCE) {
            rest = 1 / (rest - (long) rest);
            long term = (long) rest;
            long nextNumerator = term * numerator + lastNumerator;
            long nextDenominator = term * denominator + lastDenominator;
            lastNumerator = numerator;
            lastDenominator = denominator;
            numerator = nextNumerator;
            denominator = nextDenominator;
        }
        return new FrameRate((int) numerator, (int) denominator);
    }
}
