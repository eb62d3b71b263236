package io.github.stagerecorder;

import io.github.stagerecorder.report.Counts;

/** The frames that were taken but not encoded, by cause. Immutable. */
public final class LostFrames {
    private final Counts.Frames counts;

    LostFrames(Counts.Frames counts) {
        this.counts = counts;
    }

    /** Returns how many frames were lost because the recording failed. */
    public long byFailure() {
        return counts.lostByFailure();
    }

    /**
     * Returns how many frames were lost because they were not encoded by the close deadline, or because the GPU had not
     * delivered them when the recording was ended without its GL context.
     */
    public long atClose() {
        return counts.lostAtClose();
    }

    /** Returns how many frames were lost because the GL driver failed to deliver them, or its context ended. */
    public long byDriver() {
        return counts.lostByDriver();
    }

    /**
     * Returns how many frames were lost because not all of the recorded rectangle was read, which was noticed only in
     * the pixels: the framebuffer had become smaller, or conditional rendering was active.
     */
    public long byFramebuffer() {
        return counts.lostByFramebuffer();
    }

    long total() {
        return byFailure() + atClose() + byDriver() + byFramebuffer();
    }

    /** Returns the total, and the causes if there are any. */
    @Override
    public String toString() {
        return new Causes()
                .add("by failure", byFailure())
                .add("at close", atClose())
                .add("by driver", byDriver())
                .add("by framebuffer", byFramebuffer())
                .toString();
    }
}
