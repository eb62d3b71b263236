package io.github.stagerecorder;

import io.github.stagerecorder.report.Counts;

/** The captures for which no frame was due, by cause. Immutable. */
public final class SkippedCaptures {
    private final Counts.Skips counts;

    SkippedCaptures(Counts.Skips counts) {
        this.counts = counts;
    }

    /** Returns how many captures exceeded the file's rate. */
    public long aboveRate() {
        return counts.aboveRate();
    }

    /** Returns how many captures came while the recorder was paused. */
    public long paused() {
        return counts.paused();
    }

    /**
     * Returns how many captures came while the stage had no pixels, as with a minimised window, or with
     * {@link ResizePolicy#NEW_FILE} had a size that no encoder accepts.
     */
    public long size() {
        return counts.size();
    }

    /** Returns how many captures came from inside another capture. */
    public long nested() {
        return counts.nested();
    }

    /** Returns how many captures had a time that does not increase; see {@link StageRecorder#capture(long)}. */
    public long time() {
        return counts.time();
    }

    /** Returns how many captures came after the recording had been finished. */
    public long closed() {
        return counts.closed();
    }

    long total() {
        return aboveRate() + paused() + size() + nested() + time() + closed();
    }

    /** Returns the total, and the causes if there are any. */
    @Override
    public String toString() {
        return new Causes()
                .add("above rate", aboveRate())
                .add("paused", paused())
                .add("size", size())
                .add("nested", nested())
                .add("time", time())
                .add("closed", closed())
                .toString();
    }
}
