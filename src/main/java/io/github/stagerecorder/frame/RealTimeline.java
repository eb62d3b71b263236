package io.github.stagerecorder.frame;

import io.github.stagerecorder.settings.FrameRate;
import java.util.function.LongSupplier;

/** Real time: a monotonic clock at capture, thinned out to the file's rate. */
public final class RealTimeline implements Timeline {
    /**
     * What the clock's time is in the file. Replaced as a whole, and seldom, so that other threads see all of it.
     *
     * @param originNs the clock's time at the file's 0
     * @param frozen whether it is paused, since {@code frozenAtNs}
     */
    private record Origin(long originNs, boolean frozen, long frozenAtNs) {
        long timeNs(long clockNs) {
            return (frozen ? frozenAtNs : clockNs) - originNs;
        }
    }

    private final FrameRate rate;
    private final LongSupplier clockNs;
    private PhaseSchedule schedule;
    private volatile Origin origin; // null before the first capture
    private long pausedAtNs;
    private long askedNs;
    private long lastPtsNs = NONE;

    /** @param clockNs monotonic, such as {@link System#nanoTime} */
    public RealTimeline(FrameRate rate, LongSupplier clockNs) {
        this.rate = rate;
        this.clockNs = clockNs;
        schedule = new PhaseSchedule(rate);
    }

    @Override
    public long nextPtsNs(long callerTimeNs) {
        askedNs = clockNs.getAsLong();
        if (lastPtsNs == NONE) { // what is heard during the first capture belongs to the file; one in vain is forgotten
            origin = new Origin(askedNs, false, 0);
        }
        long elapsedNs = askedNs - origin.originNs();
        return schedule.isDue(elapsedNs) ? Math.max(elapsedNs, lastPtsNs + 1) : NONE;
    }

    @Override
    public void advance() {
        long elapsedNs = askedNs - origin.originNs();
        schedule.advance(elapsedNs);
        lastPtsNs = Math.max(elapsedNs, lastPtsNs + 1);
    }

    @Override
    public void pause() {
        pausedAtNs = clockNs.getAsLong();
        if (origin != null) {
            origin = new Origin(origin.originNs(), true, pausedAtNs);
        }
    }

    @Override
    public void resume() {
        if (origin != null) {
            origin = new Origin(origin.originNs() + clockNs.getAsLong() - pausedAtNs, false, 0);
        }
    }

    @Override
    public void restart() {
        schedule = new PhaseSchedule(rate);
        origin = null;
        lastPtsNs = NONE;
    }

    @Override
    public long reachedNs() {
        Origin known;
        long nowNs;
        do { // a pause between the two would count as time that has passed
            known = origin;
            nowNs = clockNs.getAsLong();
        } while (known != origin);
        return known == null ? NONE : known.timeNs(nowNs);
    }
}
