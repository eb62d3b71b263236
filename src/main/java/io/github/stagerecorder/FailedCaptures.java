package io.github.stagerecorder;

import io.github.stagerecorder.report.Counts;

/** The captures that failed, by cause. Immutable. */
public final class FailedCaptures {
    private final Counts.Failures counts;

    FailedCaptures(Counts.Failures counts) {
        this.counts = counts;
    }

    /** Returns how many captures came after the recording had failed. */
    public long recording() {
        return counts.recording();
    }

    /** Returns how many captures came while the GL context of the start was not current on the thread. */
    public long context() {
        return counts.context();
    }

    /** Returns how many captures found a framebuffer that cannot be read, or does not contain the rectangle. */
    public long framebuffer() {
        return counts.framebuffer();
    }

    /** Returns how many captures the GL driver refused. */
    public long driver() {
        return counts.driver();
    }

    long total() {
        return counts.total();
    }

    /** Returns the total, and the causes if there are any. */
    @Override
    public String toString() {
        return new Causes()
                .add("recording", recording())
                .add("context", context())
                .add("framebuffer", framebuffer())
                .add("driver", driver())
                .toString();
    }
}
