package io.github.stagerecorder.session;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.DropCause;
import io.github.stagerecorder.SavedReplay;
import io.github.stagerecorder.encode.Encoder;
import io.github.stagerecorder.encode.EncoderRequest;
import io.github.stagerecorder.encode.InputPlan;
import io.github.stagerecorder.events.RecordingEvents;
import io.github.stagerecorder.file.FileClaim;
import io.github.stagerecorder.file.OutputTarget;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.plan.FilePlan;
import io.github.stagerecorder.readback.Readback;
import io.github.stagerecorder.readback.UnreadableException;
import io.github.stagerecorder.report.Counts;
import io.github.stagerecorder.report.FileResult;
import io.github.stagerecorder.settings.Region;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Takes frames into one file. For each frame it asks whether the frame is due, claims a slot, reads the pixels and
 * hands the slot to the encoder. The caller ensures that one thread at a time uses it; any thread may call {@link
 * #counts}.
 */
final class FileRecording {
    private final CaptureCounters counters = new CaptureCounters();
    private final Tally tally;
    private final DueFrames due;
    private final FreeSlots slots;
    private final FrameReader reader;
    private final Readback readback;
    private final Encoder encoder;
    private final TiledFrame tiled;
    private final RecordingEvents events;
    private final Troubles troubles;
    private final CheaperReading cheaper;
    private final FileEnd end;
    private final long intervalNs;

    // Kept in fields so that a capture allocates nothing.
    private final Function<Slot, CaptureResult> wholeFrame = this::readWhole;
    private final Function<Slot, CaptureResult> tiledFrame;

    private InputPlan plan;
    private Region region;
    private Picture picture;
    private long duePtsNs; // of the frame that is captured now
    private long newestPtsNs; // of the frames that were taken

    FileRecording(
            FilePlan file,
            SessionTime time,
            FreeSlots slots,
            Readback readback,
            Encoder encoder,
            FileClaim claim,
            RecordingEvents events) {
        plan = file.input();
        this.slots = slots;
        this.readback = readback;
        this.encoder = encoder;
        this.events = events;
        troubles = new Troubles(events);
        due = new DueFrames(time.timeline(), counters, troubles);
        region = file.region();
        reader = new FrameReader(file.options(), slots, readback, encoder, counters, events.flight());
        tally = new Tally(plan, counters, slots, readback, encoder);
        tiled = new TiledFrame(readback);
        tiledFrame = tiled::begin;
        picture = plan.file();
        EncoderRequest request = plan.encoder().request();
        intervalNs = request.rate().intervalNs();
        cheaper = new CheaperReading(file, slots, readback);
        FileSound sound = new FileSound(time.sound(), encoder);
        end = new FileEnd(request, reader, readback, cheaper, encoder, sound, tally, claim);
    }

    /** Looks for a cheaper way to read from now on. The GL context must be current. */
    void seekCheaperReading() {
        cheaper.begin(region);
    }

    CaptureResult capture(long callerTimeNs) {
        return claimInto(wholeFrame, callerTimeNs);
    }

    private CaptureResult readWhole(Slot slot) {
        reader.read(slot);
        take();
        cheaper.look();
        return CaptureResult.TAKEN;
    }

    private void goOverToCheaperReading() {
        FilePlan next = cheaper.goOver(region);
        if (next != null) {
            plan = next.input();
            picture = plan.picture(region.widthPx(), region.heightPx());
            tally.describe(plan);
        }
    }

    /** Begins a frame that is drawn in tiles. */
    CaptureResult beginFrame(long callerTimeNs) {
        tiled.requireOpen(false, "beginFrame");
        return tiled.open(claimInto(tiledFrame, callerTimeNs), region);
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

    /** Claims and stamps a slot if a frame is due now, and passes it to {@code frame}. The frame is not yet counted. */
    private CaptureResult claimInto(Function<Slot, CaptureResult> frame, long callerTimeNs) {
        if (encoder.failure() != null) {
            return CaptureCounters.counted(counters.failedRecording, CaptureResult.FAILED);
        }
        reader.handOver();
        long ptsNs = due.nextPtsNs(callerTimeNs);
        if (ptsNs < 0) {
            return CaptureResult.SKIPPED;
        }
        goOverToCheaperReading();
        try {
            return claimInto(frame, reader.claim(), ptsNs);
        } catch (UnreadableException e) {
            due.advance();
            troubles.tell(e);
            cheaper.failed(e.obstacle());
            return CaptureCounters.counted(counters.failed(e.obstacle()), CaptureResult.FAILED);
        }
    }

    private CaptureResult claimInto(Function<Slot, CaptureResult> frame, Slot slot, long ptsNs) {
        if (slot == null) {
            return pass();
        }
        slot.stamp(picture, ptsNs, intervalNs);
        duePtsNs = ptsNs;
        return frame.apply(slot);
    }

    private CaptureResult pass() {
        if (readback.isPending()) {
            readback.requireContextNow(); // without it, no read would ever end
        }
        due.advance();
        if (encoder.failure() != null) {
            return CaptureCounters.counted(counters.failedRecording, CaptureResult.FAILED);
        }
        DropCause cause = slots.whyNoneIsFree();
        CaptureCounters.counted(counters.dropped(cause), CaptureResult.DROPPED);
        events.dropped(cause);
        return CaptureResult.DROPPED;
    }

    private void take() {
        newestPtsNs = duePtsNs;
        due.advance();
        CaptureCounters.count(counters.taken); // before any thread can count it as delivered
        reader.handOver();
    }

    void resize(int widthPx, int heightPx) {
        tiled.requireOpen(false, "resize");
        boolean hides = Math.min(widthPx, heightPx) == 0;
        if (!hides) {
            follow(widthPx, heightPx);
        }
        due.hide(hides);
    }

    private void follow(int widthPx, int heightPx) {
        Region nextRegion = region.withSize(widthPx, heightPx);
        Picture nextPicture = plan.picture(widthPx, heightPx);
        slots.fit(nextPicture, encoder);
        readback.target(nextRegion, nextPicture);
        region = nextRegion;
        picture = nextPicture;
        cheaper.follow(region);
    }

    /** @throws IllegalStateException if the GL context of the recording is not current on this thread */
    void requireContext() {
        readback.requireContext();
    }

    /** Saves the last seconds of this file as one of its own, up to the newest frame that was taken. */
    CompletableFuture<SavedReplay> saveReplay(OutputTarget target) {
        return encoder.saveReplay(target, newestPtsNs);
    }

    /** Returns whether the GL context of the recording is certainly gone. */
    boolean isContextGone() {
        return readback.isContextGone();
    }

    /** Goes on in the context that is current now, as {@link Readback#enterContext} does. */
    void enterContext() {
        tiled.requireOpen(false, "a new GL context");
        reader.handOver();
        cheaper.end();
        readback.enterContext();
    }

    boolean isStillReading() {
        return reader.isStillReading();
    }

    Region region() {
        return region;
    }

    boolean isPaused() {
        return due.isPaused();
    }

    void pause() {
        due.pause();
    }

    void resume() {
        due.resume();
    }

    void stopWaiting() {
        slots.stopWaiting();
    }

    /** @param captureOver false if a thread hangs inside a capture, so that what it uses must not be touched */
    CompletableFuture<FileResult> finish(boolean captureOver) {
        if (captureOver) {
            tiled.abandon();
        }
        return end.finish(due.reachedNs(), captureOver);
    }

    /**
     * Releases what needs the GL context, as {@link FileEnd#release} does.
     *
     * @return whether nothing is left
     */
    boolean release() {
        return end.release() && poolBytes() == 0;
    }

    Counts counts() {
        return tally.now();
    }

    /** Tells that the file was started, and from now on of its failure. */
    void tellStart() {
        events.started(plan.facts(tally.description()));
        encoder.onFailure(events::failed);
        encoder.onStreamTrouble(events::streamInterrupted);
    }

    /** Returns the memory of the pool that has not been released. */
    long poolBytes() {
        return slots.pool().mappedBytes();
    }
}
