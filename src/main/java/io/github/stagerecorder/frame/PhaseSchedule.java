package io.github.stagerecorder.frame;

import io.github.stagerecorder.settings.FrameRate;

/**
 * Decides in real time which paints are captured, so that the file's rate is kept however fast the stage paints.
 *
 * <p>Frames are due on a fixed grid, one interval apart. A paint is captured when it is no earlier than
 * 3/8 of an interval before the next grid point: wide enough that a loop which paints at the file's own rate with a
 * jitter of a third of an interval loses nothing, and less than half, so that a loop at twice the rate settles on
 * every second paint. The grid never moves, so the mean rate is exact; points that passed while nothing was painted
 * are left out.
 */
public final class PhaseSchedule {
    private final FrameRate rate;
    private final long earlyNs;
    private long nextIndex;

    public PhaseSchedule(FrameRate rate) {
        this.rate = rate;
        this.earlyNs = earlyNs(rate);
    }

    /** Returns how much earlier than its time a frame may be painted. */
    static long earlyNs(FrameRate rate) {
        return rate.intervalNs() * 3 / 8;
    }

    /** Returns whether a paint at {@code timeNs}, from 0 and not decreasing, is to be captured. */
    public boolean isDue(long timeNs) {
        return timeNs >= rate.timeNs(nextIndex) - earlyNs;
    }

    /** Moves on to the next grid point after {@code timeNs}. */
    public void advance(long timeNs) {
        nextIndex = Math.max(nextIndex, rate.index(timeNs)) + 1;
    }
}
