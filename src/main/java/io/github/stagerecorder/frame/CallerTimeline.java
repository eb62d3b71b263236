package io.github.stagerecorder.frame;

import io.github.stagerecorder.settings.FrameRate;

/** The caller's own time. A pause is cut out so that the next frame follows the last one by one interval. */
public final class CallerTimeline implements Timeline {
    private final long intervalNs;
    private boolean started;
    private boolean resumed;
    private boolean restarted = true;
    private long lastTimeNs;
    private long lastPtsNs;
    private long askedTimeNs;
    private long askedPtsNs;

    public CallerTimeline(FrameRate rate) {
        intervalNs = rate.intervalNs();
    }

    @Override
    public long nextPtsNs(long callerTimeNs) {
        long stepNs = callerTimeNs - lastTimeNs;
        if (started && (callerTimeNs <= lastTimeNs || stepNs <= 0)) { // the latter where it overflows
            return NOT_INCREASING;
        }
        askedTimeNs = callerTimeNs;
        askedPtsNs = restarted ? 0 : lastPtsNs + (resumed ? intervalNs : stepNs);
        return askedPtsNs;
    }

    @Override
    public void advance() {
        started = true;
        resumed = false;
        restarted = false;
        lastTimeNs = askedTimeNs;
        lastPtsNs = askedPtsNs;
    }

    @Override
    public void pause() {}

    @Override
    public void resume() {
        resumed = true;
    }

    /** Restarts the file's time at 0. The caller's times must still increase. */
    @Override
    public void restart() {
        restarted = true;
    }

    @Override
    public long reachedNs() {
        return NONE;
    }
}
