package io.github.stagerecorder.encode;

import io.github.stagerecorder.encode.EncodeException.Reason;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.Slab;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.SlotPool;

/**
 * Takes READY slots in order into the pipeline, which follows them: its caps, the pool's generation, and the file,
 * which begins with the first. One thread at a time: the encoder thread, or the render thread when pushing inline, and
 * at the end whoever closes.
 */
final class FrameFeeder {
    private final EncoderPlan plan;
    private final SlotPool pool;
    private final FrameSource source;
    private final BusMonitor monitor;
    private final KernelStage kernel; // null where slots are pushed as they were read
    private final Feed feed;
    private Picture picture; // of the slots that come in
    private Picture pushed; // what goes out for it
    private Slab slab;

    FrameFeeder(EncoderPlan plan, SlotPool pool, FrameSource source, BusMonitor monitor, KernelStage kernel) {
        this.plan = plan;
        this.pool = pool;
        this.source = source;
        this.monitor = monitor;
        this.kernel = kernel;
        feed = new Feed(plan, source, monitor);
    }

    /** Hands the frame to GStreamer, or drops it and counts it as lost after a failure. */
    void push(Slot slot) {
        Slot ready = monitor.failure() == null && follow(slot) ? converted(slot) : null;
        if (ready != null) {
            feed.lend(ready);
        } else {
            slot.abandon();
            pool.addLost();
        }
    }

    private Slot converted(Slot slot) {
        return kernel == null ? slot : kernel.convert(slot, pushed, feed.endNs());
    }

    /** The caps and the pool's generation follow the slots, and time has no gaps. @return false when that has failed */
    private boolean follow(Slot slot) {
        try {
            feed.showNewestUntil(slot.ptsNs());
            if (picture == null || !slot.holds(picture)) {
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

    /** No slot of the old generation can be queued behind one of the new. */
    private void retireSlab() {
        feed.releaseNewest();
        if (slab != null) {
            pool.retire(slab);
        }
    }

    /** The newest picture lasts until {@code reachedNs}; then the end of the stream. */
    void end(long reachedNs) {
        feed.end(reachedNs);
    }

    /** Lets go of what it holds. The pipeline has stopped. */
    void release() {
        feed.releaseNewest();
        source.release();
    }

    boolean hasPushed() {
        return picture != null;
    }

    /** Where the last frame ends, in stream time. */
    long endNs() {
        return feed.endNs();
    }

    long repeatedCount() {
        return feed.repeatedCount();
    }
}
