package io.github.stagerecorder;

import io.github.stagerecorder.encode.Encoder;
import io.github.stagerecorder.encode.EncoderPlan;
import io.github.stagerecorder.encode.Ended;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.Timeline;
import io.github.stagerecorder.readback.Readback;
import io.github.stagerecorder.readback.Region;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The way of a frame on the render thread: is it due, is there a slot, read, hand over. One thread at a time, which
 * {@link StageRecorder} sees to; {@link #stats} is for any.
 */
final class Recording {
    private final EncoderPlan plan;
    private final CaptureCounters counters;
    private final Tally tally;
    private final Timeline timeline;
    private final SlotSupply slots;
    private final FrameIntake intake;
    private final Readback readback;
    private final Encoder encoder;
    private final TiledFrame tiled;
    private final long intervalNs;
    private Region region;
    private Picture picture;
    private boolean paused;
    private boolean hidden; // the stage has no pixels
    private boolean readingOver;
    private Slot claimed; // of the frame that is being read

    Recording(
            EncoderPlan plan,
            CaptureCounters counters,
            Timeline timeline,
            SlotSupply slots,
            FrameIntake intake,
            Readback readback,
            Encoder encoder,
            Region region) {
        this.plan = plan;
        this.counters = counters;
        this.timeline = timeline;
        this.slots = slots;
        this.intake = intake;
        this.readback = readback;
        this.encoder = encoder;
        this.region = region;
        tally = new Tally(plan, counters, slots, readback, encoder);
        tiled = new TiledFrame(readback);
        picture = plan.file();
        intervalNs = plan.settings().rate().intervalNs();
    }

    CaptureResult capture(long callerTimeNs) {
        CaptureResult result = claim(callerTimeNs);
        if (result == CaptureResult.TAKEN) {
            intake.read(claimed);
            take();
        }
        return result;
    }

    /** A frame that comes in tiles. */
    CaptureResult beginFrame(long callerTimeNs) {
        tiled.requireOpen(false, "beginFrame");
        CaptureResult result = claim(callerTimeNs);
        tiled.begin(result, result == CaptureResult.TAKEN ? claimed : null);
        return result;
    }

    void tile(int xPx, int yPx, int widthPx, int heightPx) {
        tiled.requireOpen(true, "tile");
        tiled.add(region, xPx, yPx, widthPx, heightPx);
    }

    CaptureResult endFrame() {
        tiled.requireOpen(true, "endFrame");
        Slot slot = tiled.complete(region);
        if (slot != null) {
            readback.endTiles(slot);
            take();
        }
        return tiled.end();
    }

    /** @return TAKEN when there is a slot to read this frame into; it is stamped and not yet counted then */
    private CaptureResult claim(long callerTimeNs) {
        if (encoder.failure() != null) {
            return counted(counters.failed, CaptureResult.FAILED);
        }
        intake.handOver();
        if (paused) {
            return counted(counters.skippedPaused, CaptureResult.SKIPPED);
        }
        if (hidden) {
            return counted(counters.skippedSize, CaptureResult.SKIPPED);
        }
        long ptsNs = timeline.nextPtsNs(callerTimeNs);
        if (ptsNs == Timeline.NONE) {
            return counted(counters.skippedAboveRate, CaptureResult.SKIPPED);
        }
        claimed = intake.claim();
        if (claimed == null) {
            return pass();
        }
        claimed.stamp(picture, ptsNs, intervalNs);
        return CaptureResult.TAKEN;
    }

    private CaptureResult pass() {
        timeline.advance();
        return encoder.failure() == null
                ? counted(counters.dropped(slots.whyNoneIsFree()), CaptureResult.DROPPED)
                : counted(counters.failed, CaptureResult.FAILED);
    }

    private void take() {
        timeline.advance();
        CaptureCounters.count(counters.taken); // before anybody can count it as delivered
        intake.handOver();
    }

    static CaptureResult counted(AtomicLong counter, CaptureResult result) {
        CaptureCounters.count(counter);
        return result;
    }

    void resize(int widthPx, int heightPx) {
        tiled.requireOpen(false, "resize");
        boolean hides = Math.min(widthPx, heightPx) == 0;
        if (!hides) {
            follow(widthPx, heightPx);
        }
        hidden = hides;
    }

    private void follow(int widthPx, int heightPx) {
        Region nextRegion = region.withSize(widthPx, heightPx);
        Picture nextPicture = plan.picture(widthPx, heightPx);
        slots.fit(nextPicture, encoder);
        readback.target(nextRegion, nextPicture);
        region = nextRegion;
        picture = nextPicture;
    }

    /** What is read of the framebuffer. */
    Region region() {
        return region;
    }

    boolean isPaused() {
        return paused;
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

    /**
     * @param captureOver false when the render thread hangs inside a capture, so that its things must be left alone
     * @param onRenderThread whether the last frames can be waited for; from another thread they are lost
     */
    CompletableFuture<FileOutcome> finish(boolean captureOver, boolean onRenderThread) {
        if (captureOver) {
            endReading(onRenderThread);
        }
        return encoder.finish(timeline.reachedNs(), captureOver).handle(this::outcome);
    }

    private void endReading(boolean onRenderThread) {
        tiled.abandon();
        if (onRenderThread) {
            intake.drain(plan.settings().closeTimeoutNs());
        }
        tally.giveUp(readback.giveUp());
        readback.close();
        readingOver = true;
    }

    /**
     * Gives back what needs the GL context and had to wait for the encoder. Does nothing without that context, or where
     * the render thread hung inside a capture, for it may still go on there. Any thread, once finished.
     */
    synchronized void release() {
        if (readingOver) {
            readback.close();
        }
    }

    private FileOutcome outcome(Ended ended, Throwable crash) {
        Path file = plan.settings().output();
        if (crash != null) {
            return new FileOutcome(file, Outcome.Status.FAILED, 0, crash, tally.atTheEnd());
        }
        Outcome.Status status = ended.failure() == null
                ? Outcome.Status.COMPLETE
                : ended.playableUntilNs() > 0 ? Outcome.Status.TRUNCATED : Outcome.Status.FAILED;
        return new FileOutcome(file, status, ended.playableUntilNs(), ended.failure(), tally.atTheEnd());
    }

    Stats stats() {
        return tally.now();
    }

    /** Memory of the pool that has not been given back. */
    long poolBytes() {
        return slots.pool().mappedBytes();
    }
}
