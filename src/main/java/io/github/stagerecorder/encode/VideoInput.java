package io.github.stagerecorder.encode;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.Slab;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.SlotPool;

/**
 * The pipeline's input for video: takes READY slots in order. The rest follows them: the caps, the pool's generation, and
 * the destination, which begins with the first. One thread at a time: the encoder thread, or the render thread where it
 * pushes itself, and at the end whoever closes.
 */
final class VideoInput {
    private final InputPlan plan;
    private final SlotPool pool;
    private final Destination destination;
    private final FrameSource source;
    private final GaplessStream stream;
    private final PlaneConverter converter; // null where slots are pushed as they were read
    private final BusMonitor monitor;
    private Picture picture; // of the slots that come in
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

    /** Hands the frame to GStreamer, or drops it and counts it as lost after a failure. */
    void push(Slot slot) {
        Slot ready = monitor.failure() == null && follow(slot) ? converted(slot) : null;
        if (ready != null) {
            stream.lend(ready);
        } else {
            slot.abandon();
            pool.addLost();
        }
    }

    private Slot converted(Slot slot) {
        return converter == null ? slot : converter.convert(slot);
    }

    /** The caps and the pool's generation follow the slots, and time has no gaps. @return false when that has failed */
    private boolean follow(Slot slot) {
        try {
            stream.showNewestUntil(slot.ptsNs());
            if (picture == null || !slot.holds(picture)) {
                startPicture(slot.picture());
            }
            if (slab == null || slot.generation() != slab.generation()) {
                startSlab(pool.slabOf(slot));
            }
            return true;
        } catch (RecordingException e) {
            monitor.latch(e);
        } catch (RuntimeException | Error e) { // whatever it is, the thread must live to end the recording
            monitor.latch(
                    new RecordingException(FailureKind.STREAM, "cannot go on with " + slot.picture() + ": " + e, e));
        }
        return false;
    }

    private void startPicture(Picture next) {
        if (picture == null) {
            destination.begin();
        }
        Picture pushed = plan.pushed(next);
        source.show(pushed, plan.conversion());
        if (converter != null) {
            converter.make(pushed);
        }
        picture = next;
    }

    /** No slot of the old generation can be queued behind one of the new. */
    private void startSlab(Slab next) {
        stream.releaseNewest();
        if (slab != null) {
            pool.retire(slab);
        }
        if (converter != null) {
            converter.fill(next.planes());
        }
        slab = next;
    }

    /** The newest picture lasts until {@code reachedNs}; then the end of the stream. */
    void end(long reachedNs) {
        stream.end(reachedNs);
    }

    /** Lets go of what it holds. The pipeline has stopped. */
    void release() {
        stream.releaseNewest();
        source.release();
    }

    boolean hasPushed() {
        return picture != null;
    }

    /** Where the last frame ends, in stream time. */
    long endNs() {
        return stream.endNs();
    }

    long repeatedCount() {
        return stream.repeatedCount();
    }
}
