package io.github.stagerecorder.encode;

import io.github.stagerecorder.encode.EncodeException.Reason;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.Slab;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.SlotPool;

/**
 * Feeds the pipeline with slots in order, and with the newest picture again where the stage stood still. One thread at
 * a time: the encoder thread, or the render thread when pushing inline, and at the end whoever closes.
 */
final class FrameFeeder {
    private final EncoderPlan plan;
    private final SlotPool pool;
    private final FrameSource source;
    private final BusMonitor monitor;
    private final KernelStage kernel; // null where slots are pushed as they were read
    private Picture picture; // of the slots that come in
    private Picture pushed; // what goes out for it
    private Slab slab;
    private Slot newest; // we are one of its holders, when the plan keeps it
    private long endNs;
    private volatile long repeated;

    FrameFeeder(EncoderPlan plan, SlotPool pool, FrameSource source, BusMonitor monitor, KernelStage kernel) {
        this.plan = plan;
        this.pool = pool;
        this.source = source;
        this.monitor = monitor;
        this.kernel = kernel;
    }

    /** Hands the frame to GStreamer, or drops it and counts it as lost after a failure. */
    void push(Slot slot) {
        if (monitor.failure() == null && follow(slot)) {
            Slot ready = kernel == null ? slot : kernel.convert(slot, pushed, endNs);
            if (ready != null) {
                lend(ready);
                return;
            }
        }
        slot.abandon();
        pool.addLost();
    }

    private void lend(Slot slot) {
        boolean keep = plan.keepsNewest();
        int flow = source.push(slot, keep);
        releaseNewest();
        newest = keep ? slot : null;
        endNs = slot.ptsNs() + slot.durationNs();
        check(flow);
    }

    /** The caps and the pool's generation follow the slots, and time has no gaps. @return false when that has failed */
    private boolean follow(Slot slot) {
        try {
            showNewestUntil(slot.ptsNs());
            if (slot.picture() != picture) {
                startPicture(slot.picture());
            }
            if (slot.slab() != slab) {
                retireSlab();
                slab = slot.slab();
            }
            return true;
        } catch (EncodeException e) {
            monitor.latch(e);
        } catch (RuntimeException | Error e) { // whatever it is, the thread must live to end the recording
            monitor.latch(new EncodeException(Reason.STREAM, "cannot go on with " + slot.picture() + ": " + e, e));
        }
        return false;
    }

    /** The file goes into its place with the first frame. */
    private void startPicture(Picture next) {
        if (picture == null && plan.output() != null) {
            plan.output().commit();
        }
        pushed = plan.pushed(next);
        source.show(pushed, plan.conversion());
        picture = next;
    }

    private void check(int flow) {
        if (flow != FrameSource.FLOW_OK) {
            monitor.latch(new EncodeException(
                    Reason.STREAM, "appsrc refused the frame at " + endNs + " ns with flow return " + flow));
        }
    }

    /** No slot of the old generation can be queued behind one of the new. */
    private void retireSlab() {
        releaseNewest();
        if (slab != null) {
            pool.retire(slab);
        }
    }

    private void releaseNewest() {
        if (newest != null) {
            newest.releaseHold();
            newest = null;
        }
    }

    /**
     * Fills a gap for {@code videorate}, which would turn to the next picture halfway through it, long before that was
     * painted. Where the rate need not be constant, a picture lasts until the next one comes by itself.
     */
    private void showNewestUntil(long timeNs) {
        if (plan.constantRate()) {
            repeatNewestUntil(timeNs);
        }
    }

    /** Once more, one interval long, where at least an interval is missing. */
    private void repeatNewestUntil(long timeNs) {
        long intervalNs = plan.settings().rate().intervalNs();
        if (newest != null && timeNs - endNs >= intervalNs) {
            check(source.repeat(newest, timeNs - intervalNs, intervalNs));
            endNs = timeNs;
            repeated++;
        }
    }

    /** The newest picture lasts until {@code reachedNs}; then the end of the stream. */
    void end(long reachedNs) {
        if (monitor.failure() == null) {
            showNewestUntil(reachedNs - plan.settings().rate().intervalNs());
            repeatNewestUntil(reachedNs);
        }
        monitor.expectEnd();
        source.end();
    }

    /** Lets go of what it holds. The pipeline has stopped. */
    void release() {
        releaseNewest();
        source.release();
    }

    boolean hasPushed() {
        return picture != null;
    }

    /** Where the last frame ends, in stream time. */
    long endNs() {
        return endNs;
    }

    long repeatedCount() {
        return repeated;
    }
}
