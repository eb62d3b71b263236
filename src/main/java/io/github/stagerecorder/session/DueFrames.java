package io.github.stagerecorder.session;

import io.github.stagerecorder.frame.Timeline;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Decides which captures are frames of the file: none while it is paused or the stage has no pixels, and otherwise those
 * that have a time. The caller ensures that one thread at a time uses it.
 */
final class DueFrames {
    private final Timeline timeline;
    private final CaptureCounters counters;
    private final Troubles troubles;
    private boolean paused;
    private boolean hidden; // the stage has no pixels

    DueFrames(Timeline timeline, CaptureCounters counters, Troubles troubles) {
        this.timeline = timeline;
        this.counters = counters;
        this.troubles = troubles;
    }

    /** Returns the PTS of the frame that is captured now; a negative number if it is skipped, which is counted. */
    long nextPtsNs(long callerTimeNs) {
        if (paused) {
            return skip(counters.skippedPaused);
        }
        if (hidden) {
            return skip(counters.skippedSize);
        }
        long ptsNs = timeline.nextPtsNs(callerTimeNs);
        if (ptsNs < 0) {
            troubles.tellTime(ptsNs, callerTimeNs);
            return skip(counters.notDue(ptsNs));
        }
        return ptsNs;
    }

    private static long skip(AtomicLong counter) {
        CaptureCounters.count(counter);
        return Timeline.NONE;
    }

    /** Goes on to the next frame, whether this one was taken or not. */
    void advance() {
        timeline.advance();
    }

    /** Returns the time that the recording has reached. */
    long reachedNs() {
        return timeline.reachedNs();
    }

    boolean isPaused() {
        return paused;
    }

    void pause() {
        if (!paused) {
            paused = true;
            timeline.pause();
        }
    }

    void resume() {
        if (paused) {
            paused = false;
            timeline.resume();
        }
    }

    /** Records whether the stage has no pixels. */
    void hide(boolean hides) {
        hidden = hides;
    }
}
