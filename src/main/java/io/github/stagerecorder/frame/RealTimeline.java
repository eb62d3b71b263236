package io.github.stagerecorder.frame;

import io.github.stagerecorder.settings.FrameRate;
import java.util.function.LongSupplier;

/** Real time: a monotonic clock at capture, thinned out to the file's rate. */
public final class RealTimeline implements Timeline {
    private final FrameRate rate;
    private final LongSupplier clockNs;
    private PhaseSchedule schedule;
    private boolean started;
    private boolean paused;
    private long originNs;
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
        long elapsedNs = started ? askedNs - originNs : 0;
        return schedule.isDue(elapsedNs) ? Math.max(elapsedNs, lastPtsNs + 1) : NONE;
    }

    @Override
    public void advance() {
        if (!started) {
            started = true;
            originNs = askedNs;
        }
        long elapsedNs = askedNs - originNs;
        schedule.advance(elapsedNs);
        lastPtsNs = Math.max(elapsedNs, lastPtsNs + 1);
    }

    @Override
    public void pause() {
        paused = true;
        pausedAtNs = clockNs.getAsLong();
    }

    @Override
    public void resume() {
        paused = false;
        originNs += clockNs.getAsLong() - pausedAtNs;
    }

    @Override
    public void restart() {
        schedule = new PhaseSchedule(rate);
        started = false;
        lastPtsNs = NONE;
    }

    @Override
    public long reachedNs() {
        long nowNs = paused ? pausedAtNs : clockNs.getAsLong();
        return started ? nowNs - originNs : NONE;
    }
}
