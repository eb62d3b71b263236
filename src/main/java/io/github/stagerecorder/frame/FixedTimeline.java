package io.github.stagerecorder.frame;

import io.github.stagerecorder.settings.FrameRate;

/** Frame by frame: the n-th capture is frame n, however long it took to draw. */
public final class FixedTimeline implements Timeline {
    private final FrameRate rate;
    private long index;

    public FixedTimeline(FrameRate rate) {
        this.rate = rate;
    }

    @Override
    public long nextPtsNs(long callerTimeNs) {
        return rate.timeNs(index);
    }

    @Override
    public void advance() {
        index++;
    }

    @Override
    public void pause() {} // no time passes without a capture

    @Override
    public void resume() {}

    @Override
    public void restart() {
        index = 0;
    }

    @Override
    public long reachedNs() {
        return NONE;
    }
}
