package io.github.stagerecorder.encode;

import com.sun.jna.Pointer;
import io.github.stagerecorder.encode.EncodeException.Reason;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.Slab;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.jni.AppSrcNative;
import org.freedesktop.gstreamer.Caps;
import org.freedesktop.gstreamer.elements.AppSrc;
import org.freedesktop.gstreamer.glib.Natives;

/**
 * Pushes slots into appsrc, in order, wrapped where they lie. One thread at a time: the encoder thread, or the render
 * thread when pushing inline, and at the end whoever closes.
 */
final class FrameFeeder {
    private final EncoderPlan plan;
    private final SlotPool pool;
    private final AppSrc source;
    private final BusMonitor monitor;
    private final long handle;
    private Picture picture;
    private Slab slab;
    private Slot newest; // we are one of its holders, when the plan keeps it
    private long endNs;
    private volatile long repeated;

    /** @throws EncodeException if this GStreamer's buffers are not as we know them */
    FrameFeeder(EncoderPlan plan, SlotPool pool, AppSrc source, BusMonitor monitor) {
        this.plan = plan;
        this.pool = pool;
        this.source = source;
        this.monitor = monitor;
        long element = Pointer.nativeValue(Natives.getRawPointer(source));
        handle = AppSrcNative.create(GStreamer.addresses(AppSrcNative.FUNCTIONS), element);
        if (handle == 0) {
            throw new OutOfMemoryError("no native memory to push frames from");
        }
        if (!AppSrcNative.checkAbi(handle)) {
            AppSrcNative.release(handle);
            throw new EncodeException(Reason.UNAVAILABLE, "this GStreamer's GstBuffer is laid out in an unknown way");
        }
    }

    /** Hands the slot to GStreamer, or drops it and counts it as lost after a failure. */
    void push(Slot slot) {
        if (monitor.failure() == null && follow(slot)) {
            lend(slot);
        } else {
            slot.abandon();
            pool.addLost();
        }
    }

    private void lend(Slot slot) {
        boolean keep = plan.keepsNewest();
        int flow = AppSrcNative.push(handle, slot.handle(), slot.ptsNs(), slot.durationNs(), keep);
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
        source.setCaps(Caps.fromString(EncodePipeline.sourceCaps(next, plan.settings().rate())));
        AppSrcNative.setPicture(
                handle, next.format().gstFormat(), next.widthPx(), next.heightPx(), !plan.conversion().flip());
        picture = next;
    }

    private void check(int flow) {
        if (flow != AppSrcNative.FLOW_OK) {
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
            check(AppSrcNative.repeat(handle, newest.handle(), timeNs - intervalNs, intervalNs));
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
        source.endOfStream();
    }

    /** Lets go of what it holds. The pipeline has stopped. */
    void release() {
        releaseNewest();
        AppSrcNative.release(handle);
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
