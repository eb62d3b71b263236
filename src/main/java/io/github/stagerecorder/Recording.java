package io.github.stagerecorder;

import io.github.stagerecorder.encode.Ended;
import io.github.stagerecorder.encode.EncodeException;
import io.github.stagerecorder.encode.EncodeException.Reason;
import io.github.stagerecorder.encode.Encoder;
import io.github.stagerecorder.encode.EncoderPlan;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.Timeline;
import io.github.stagerecorder.readback.Readback;
import io.github.stagerecorder.readback.Region;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The way of a frame on the render thread: is it due, is there a slot, read, hand over. One thread at a time, which
 * {@link StageRecorder} sees to; {@link #stats} is for any.
 */
final class Recording {
    private final EncoderPlan plan;
    private final CaptureCounters counters;
    private final Timeline timeline;
    private final SlotSupply slots;
    private final Readback readback;
    private final Encoder encoder;
    private final long intervalNs;
    private Region region;
    private Picture picture;
    private boolean paused;

    Recording(
            EncoderPlan plan,
            CaptureCounters counters,
            Timeline timeline,
            SlotSupply slots,
            Readback readback,
            Encoder encoder,
            Region region) {
        this.plan = plan;
        this.counters = counters;
        this.timeline = timeline;
        this.slots = slots;
        this.readback = readback;
        this.encoder = encoder;
        this.region = region;
        picture = plan.file();
        intervalNs = plan.settings().rate().intervalNs();
    }

    CaptureResult capture(long callerTimeNs) {
        if (encoder.failure() != null) {
            return counted(counters.failed, CaptureResult.FAILED);
        }
        if (paused) {
            return counted(counters.skippedPaused, CaptureResult.SKIPPED);
        }
        long ptsNs = timeline.nextPtsNs(callerTimeNs);
        if (ptsNs == Timeline.NONE) {
            return counted(counters.skippedAboveRate, CaptureResult.SKIPPED);
        }
        Slot slot = slots.claim(encoder);
        return slot == null ? pass() : take(slot, ptsNs);
    }

    /** A capture inside a capture: reading pixels may have triggered a paint. */
    CaptureResult skipNested() {
        return counted(counters.skippedNested, CaptureResult.SKIPPED);
    }

    private CaptureResult pass() {
        timeline.advance();
        return encoder.failure() == null
                ? counted(counters.droppedPoolFull, CaptureResult.DROPPED)
                : counted(counters.failed, CaptureResult.FAILED);
    }

    private CaptureResult take(Slot slot, long ptsNs) {
        read(slot);
        slot.stamp(picture, ptsNs, intervalNs);
        timeline.advance();
        CaptureCounters.count(counters.taken); // before anybody can count it as delivered
        handOver();
        return CaptureResult.TAKEN;
    }

    private void read(Slot slot) {
        try {
            readback.begin(slot);
        } catch (RuntimeException e) {
            slot.abandon();
            throw e;
        }
    }

    private void handOver() {
        for (Slot slot = readback.collect(); slot != null; slot = readback.collect()) {
            slot.ready();
            if (!encoder.submit(slot)) {
                slot.abandon();
                slots.pool().addLost();
            }
        }
    }

    private static CaptureResult counted(AtomicLong counter, CaptureResult result) {
        CaptureCounters.count(counter);
        return result;
    }

    void resize(int widthPx, int heightPx) {
        Region nextRegion = region.withSize(widthPx, heightPx);
        Picture nextPicture = plan.picture(widthPx, heightPx);
        slots.fit(nextPicture, encoder);
        readback.target(nextRegion, nextPicture);
        region = nextRegion;
        picture = nextPicture;
    }

    void pause() {
        if (!paused) {
            paused = true;
            timeline.pause();
        }
    }

    void resume() {
        if (paused) {
            paused = false;
            timeline.resume();
        }
    }

    /** Ends a wait for a slot that another thread is in. */
    void stopWaiting() {
        slots.stopWaiting();
    }

    /** @param captureOver false when the render thread hangs inside a capture, so that its things must be left alone */
    CompletableFuture<Outcome> finish(boolean captureOver) {
        if (captureOver) {
            readback.close();
        }
        return encoder.finish(timeline.reachedNs(), captureOver).handle(this::outcome);
    }

    private Outcome outcome(Ended ended, Throwable crash) {
        if (crash != null) {
            return new Outcome(Outcome.Status.FAILED, 0, crash, finalStats());
        }
        Outcome.Status status = ended.failure() == null
                ? Outcome.Status.COMPLETE
                : ended.playableUntilNs() > 0 ? Outcome.Status.TRUNCATED : Outcome.Status.FAILED;
        return new Outcome(status, ended.playableUntilNs(), ended.failure(), finalStats());
    }

    /** Nothing is in flight any more: what did not come back in time is lost. */
    private Stats finalStats() {
        Stats now = stats();
        return stats(now.lostByFailure(), now.lostAtClose() + now.inFlight(), now.delivered());
    }

    Stats stats() {
        EncodeException failure = encoder.failure();
        boolean late = failure != null && failure.reason() == Reason.CLOSE_TIMEOUT;
        long lost = slots.pool().lost(); // before delivered, and both before taken: see SlotPool
        return stats(late ? 0 : lost, late ? lost : 0, slots.pool().delivered());
    }

    private Stats stats(long lostByFailure, long lostAtClose, long delivered) {
        return new Stats(
                counters.taken.get(),
                counters.skippedAboveRate.get(),
                counters.skippedPaused.get(),
                counters.skippedNested.get(),
                counters.droppedPoolFull.get(),
                counters.failed.get(),
                delivered,
                lostByFailure,
                lostAtClose,
                encoder.repeatedCount(),
                counters.waits.get(),
                encoder.bytesWritten(),
                slots.slotCount(),
                slots.planesSlotCount(),
                slots.pool().mappedBytes(),
                plan.encoderNames(),
                readback.strategy() + " " + picture.format().capsName(),
                plan.conversionName());
    }
}
