package io.github.stagerecorder.frame;

import io.github.stagerecorder.settings.FrameRate;

/**
 * Moves the times of another timeline to the nearest multiples of the interval, for a file with a constant rate. A
 * capture is not due if it would have the same time as the one before.
 */
public final class GridTimeline implements Timeline {
    private final Timeline exact;
    private final FrameRate rate;
    private final long earlyNs;
    private long lastIndex = NONE;
    private long askedIndex;

    public GridTimeline(FrameRate rate, Timeline exact) {
        this.exact = exact;
        this.rate = rate;
        earlyNs = PhaseSchedule.earlyNs(rate);
    }

    @Override
    public long nextPtsNs(long callerTimeNs) {
        long exactNs = exact.nextPtsNs(callerTimeNs);
        if (exactNs < 0) {
            return exactNs;
        }
        askedIndex = rate.index(exactNs + earlyNs);
        return askedIndex > lastIndex ? rate.timeNs(askedIndex) : NONE;
    }

    @Override
    public void advance() {
        exact.advance();
        lastIndex = askedIndex;
    }

    @Override
    public void pause() {
        exact.pause();
    }

    @Override
    public void resume() {
        exact.resume();
    }

    @Override
    public void restart() {
        exact.restart();
        lastIndex = NONE;
    }

    @Override
    public long reachedNs() {
        long reachedNs = exact.reachedNs();
        return reachedNs == NONE ? NONE : rate.timeNs(rate.index(reachedNs));
    }
}
