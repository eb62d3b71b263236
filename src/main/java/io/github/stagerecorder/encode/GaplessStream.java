package io.github.stagerecorder.encode;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.frame.Slot;

/**
 * The stream of frames into appsrc, without gaps: where the stage stood still, the newest picture is pushed again. The
 * thread that pushes.
 */
final class GaplessStream {
    private final FrameSource source;
    private final BusMonitor monitor;
    private final boolean keeps;
    private final boolean constantRate;
    private final long intervalNs;
    private Slot newest; // we are one of its holders, when the plan keeps it
    private long endNs;
    private volatile long repeated;

    GaplessStream(InputPlan plan, FrameSource source, BusMonitor monitor) {
        this.source = source;
        this.monitor = monitor;
        keeps = plan.keepsNewest();
        constantRate = plan.encoder().constantRate();
        intervalNs = plan.encoder().request().rate().intervalNs();
    }

    /** The slot is GStreamer's from here on. */
    void lend(Slot slot) {
        int flow = source.push(slot, keeps);
        releaseNewest();
        newest = keeps ? slot : null;
        endNs = slot.ptsNs() + slot.durationNs();
        check(flow);
    }

    private void check(int flow) {
        if (flow != FrameSource.FLOW_OK) {
            monitor.latch(new RecordingException(
                    FailureKind.STREAM, "appsrc refused the frame at " + endNs + " ns with flow return " + flow));
        }
    }

    /**
     * Fills a gap for {@code videorate}, which would turn to the next picture halfway through it, long before that was
     * painted. Where the rate need not be constant, a picture lasts until the next one comes by itself.
     */
    void showNewestUntil(long timeNs) {
        if (constantRate) {
            repeatNewestUntil(timeNs);
        }
    }

    /** Once more, one interval long, where at least an interval is missing. */
    private void repeatNewestUntil(long timeNs) {
        if (newest != null && timeNs - endNs >= intervalNs) {
            check(source.repeat(newest, timeNs - intervalNs, intervalNs));
            endNs = timeNs;
            repeated++;
        }
    }

    /** The newest picture lasts until {@code reachedNs}; then the end of the stream. */
    void end(long reachedNs) {
        if (monitor.failure() == null) {
            showNewestUntil(reachedNs - intervalNs);
            repeatNewestUntil(reachedNs);
        }
        monitor.expectEnd();
        source.end();
    }

    /** Lets go of the slot that it keeps. */
    void releaseNewest() {
        if (newest != null) {
            newest.releaseHold();
            newest = null;
        }
    }

    /** Where the last frame ends, in stream time. */
    long endNs() {
        return endNs;
    }

    /** How often a picture was pushed again. Any thread. */
    long repeatedCount() {
        return repeated;
    }
}
