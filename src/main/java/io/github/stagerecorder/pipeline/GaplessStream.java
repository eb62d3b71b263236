package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.encode.InputPlan;
import io.github.stagerecorder.frame.Slot;

/**
 * The stream of frames into appsrc, without gaps: when no new frame came for a while, the newest picture is pushed
 * again. Used on the thread that pushes.
 */
final class GaplessStream {
    private final FrameSource source;
    private final EncodePipeline pipeline;
    private final BusMonitor monitor;
    private final boolean keeps;
    private final boolean constantRate;
    private final boolean countsFrames; // of the file, where videorate makes several of one
    private final long intervalNs;
    private Slot newest; // this object holds it, if the plan keeps it
    private volatile long endNs;
    private volatile long repeated;

    GaplessStream(InputPlan plan, FrameSource source, EncodePipeline pipeline) {
        this.source = source;
        this.pipeline = pipeline;
        monitor = pipeline.monitor();
        keeps = plan.keepsNewest();
        constantRate = plan.encoder().constantRate();
        countsFrames = plan.encoder().request().options().constantRate();
        intervalNs = plan.encoder().request().rate().intervalNs();
    }

    /** Begins with this slot, which is lent next. */
    void begin(Slot first) {
        pipeline.beginLiveSources(System.nanoTime() - first.stampedNs());
    }

    /** Lends the slot to GStreamer. */
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
     * Fills a gap for {@code videorate}, which otherwise switches to the next picture halfway through the gap, before
     * that picture was drawn. Without a constant rate, a picture lasts until the next one anyway.
     */
    void showNewestUntil(long timeNs) {
        if (constantRate) {
            repeatNewestUntil(timeNs);
        }
    }

    /** Pushes the newest picture again, for one interval, if at least one interval is missing. */
    private void repeatNewestUntil(long timeNs) {
        if (newest != null && timeNs - endNs >= intervalNs) {
            check(source.repeat(newest, timeNs - intervalNs, intervalNs));
            repeated += countsFrames ? Math.round((double) (timeNs - endNs) / intervalNs) : 1;
            endNs = timeNs;
        }
    }

    /** Extends the newest picture until {@code reachedNs} and ends the stream. */
    void end(long reachedNs) {
        if (monitor.failure() == null) {
            showNewestUntil(reachedNs - intervalNs);
            repeatNewestUntil(reachedNs);
        }
        pipeline.endAt(endNs);
        monitor.expectEnd();
        source.end();
        pipeline.endLiveSources();
    }

    /** Releases the slot that it keeps. */
    void releaseNewest() {
        if (newest != null) {
            newest.releaseHold();
            newest = null;
        }
    }

    /** Returns the end of the last frame, in stream time. Any thread may call it. */
    long endNs() {
        return endNs;
    }

    /** Returns how often a picture was pushed again. Any thread may call it. */
    long repeatedCount() {
        return repeated;
    }
}
