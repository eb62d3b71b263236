package io.github.stagerecorder;

import io.github.stagerecorder.report.Counts;

/** The captures that found no free slot, by cause. Immutable. */
public final class DroppedCaptures {
    private final Counts.Drops counts;

    DroppedCaptures(Counts.Drops counts) {
        this.counts = counts;
    }

    /** Returns how many captures were dropped because the pipeline held all the slots that it can hold. */
    public long poolFull() {
        return counts.poolFull();
    }

    /** Returns how many captures were dropped because frames waited for the recorder's own thread. */
    public long encoderSlow() {
        return counts.encoderSlow();
    }

    /** Returns how many captures were dropped because the GPU was still filling half of the slots or more. */
    public long gpuLate() {
        return counts.gpuLate();
    }

    long total() {
        return counts.total();
    }

    /** Returns the total, and the causes if there are any. */
    @Override
    public String toString() {
        return new Causes()
                .add("pool full", poolFull())
                .add("encoder slow", encoderSlow())
                .add("GPU late", gpuLate())
                .toString();
    }
}
