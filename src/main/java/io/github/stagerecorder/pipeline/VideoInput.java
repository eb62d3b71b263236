package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.encode.InputPlan;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.Slab;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.SlotPool;

/**
 * The pipeline's input for video. It takes READY slots in order. The caps and the pool's generation follow the slots,
 * and the destination begins with the first one. One thread at a time uses it: the encoder thread, or without one the
 * thread that captures, and finally the thread that ends the recording.
 */
final class VideoInput {
    private final InputPlan plan;
    private final SlotPool pool;
    private final Destination destination;
    private final FrameSource source;
    private final GaplessStream stream;
    private final PlaneConverter converter; // for slots that are not pushed as they were read
    private final BusMonitor monitor;
    private Picture picture; // of the incoming slots
    private Slab slab;

    VideoInput(
            InputPlan plan,
            SlotPool pool,
            Destination destination,
            FrameSource source,
            GaplessStream stream,
            PlaneConverter converter,
            BusMonitor monitor) {
        this.plan = plan;
        this.pool = pool;
        this.destination = destination;
        this.source = source;
        this.stream = stream;
        this.converter = converter;
        this.monitor = monitor;
    }

    /** Pushes the frame; after a failure, abandons it and counts it as lost. */
    void push(Slot slot) {
        Slot ready = prepared(slot);
        if (ready != null) {
            stream.lend(ready);
        } else {
            slot.abandon();
            pool.addLost();
        }
    }

    /** Returns the slot to push, or null after a failure. */
    private Slot prepared(Slot slot) {
        if (monitor.failure() != null) {
            return null;
        }
        try {
            follow(slot);
            return slab.planes() == null ? slot : converter.convert(slot);
        } catch (RuntimeException | Error e) { // the thread must survive any error, because it ends the recording
            monitor.crash(e);
            return null;
        }
    }

    /** Makes the caps and the pool's generation follow the slot, and fills a gap in time. */
    private void follow(Slot slot) {
        stream.showNewestUntil(slot.ptsNs());
        boolean otherSlab = slab == null || slot.generation() != slab.generation();
        if (picture == null) {
            destination.begin();
            stream.begin(slot);
        }
        if (otherSlab) {
            startSlab(pool.slabOf(slot));
        }
        if (otherSlab || !slot.holds(picture)) {
            startPicture(slot.picture());
        }
    }

    private void startPicture(Picture next) {
        Picture pushed = slab.planes() == null ? next : plan.planes(next);
        source.show(pushed, plan.conversion());
        converter.make(pushed);
        picture = next;
    }

    /** The slots of the old generation have all been pushed: none is queued behind a slot of the new one. */
    private void startSlab(Slab next) {
        stream.releaseNewest();
        if (slab != null) {
            pool.retire(slab);
        }
        converter.fill(next.planes());
        slab = next;
    }

    /** Extends the newest picture until {@code reachedNs} and ends the stream. */
    void end(long reachedNs) {
        stream.end(reachedNs);
    }

    /** Releases what it holds. The pipeline has stopped. */
    void release() {
        stream.releaseNewest();
        source.release();
    }

    boolean hasPushed() {
        return picture != null;
    }

    /** Returns the end of the last frame, in stream time. */
    long endNs() {
        return stream.endNs();
    }

    long repeatedCount() {
        return stream.repeatedCount();
    }
}
