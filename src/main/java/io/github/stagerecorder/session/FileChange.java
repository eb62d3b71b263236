package io.github.stagerecorder.session;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.DropCause;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.events.RecordingEvents;
import io.github.stagerecorder.plan.FilePlan;
import io.github.stagerecorder.readback.UnreadableException;
import io.github.stagerecorder.readback.UnreadableException.Obstacle;
import io.github.stagerecorder.settings.Region;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Changes to another file where each size of the stage has one: from the resize until the file for the new size is
 * open. Used on the thread that captures.
 */
final class FileChange {
    private final NextFile next;
    private final Region stage; // at the start
    private final boolean followsSize;
    private final RecordedFiles files;
    private final CompletingFiles completing;
    private final SessionTime time;
    private final CaptureCounters between; // captures that belong to no file
    private final RecordingEvents events;
    private final Troubles troubles;

    FileChange(
            NextFile next,
            Region stage,
            boolean followsSize,
            RecordedFiles files,
            CompletingFiles completing,
            SessionTime time,
            CaptureCounters between,
            RecordingEvents events) {
        this.next = next;
        this.stage = stage;
        this.followsSize = followsSize;
        this.files = files;
        this.completing = completing;
        this.time = time;
        this.between = between;
        this.events = events;
        troubles = new Troubles(events);
    }

    /** Returns whether the stage has another size than the present file. */
    boolean isDue() {
        return next.isWanted();
    }

    /** Takes the stage's new size; 0 in either number hides it. The GL context must be current. */
    void resize(int widthPx, int heightPx) {
        boolean hides = Math.min(widthPx, heightPx) == 0;
        if (hides && next.isWanted()) {
            next.hide();
        } else if (hides) {
            files.current().resize(widthPx, heightPx);
        } else {
            wantFile(stage.withSize(widthPx, heightPx));
        }
    }

    private void wantFile(Region region) {
        if (!files.present().isOver() && region.equals(files.current().region())) {
            files.current().resize(region.widthPx(), region.heightPx());
            next.forget();
        } else {
            next.want(region);
        }
    }

    /**
     * Captures into the file for the new size, which is opened if a frame is due and there is memory for it.
     *
     * @return null if another thread has ended the recording meanwhile
     */
    CaptureResult capture(long callerTimeNs) {
        if (files.current().isPaused()) {
            return skipped(between.skippedPaused);
        }
        if (next.isHidden()) {
            return skipped(between.skippedSize);
        }
        if (next.hasFailed()) {
            return CaptureCounters.counted(between.failedRecording, CaptureResult.FAILED);
        }
        if (followsSize) {
            next.requireWantedSize();
        }
        long ptsNs = time.timeline().nextPtsNs(callerTimeNs);
        if (ptsNs < 0) {
            troubles.tellTime(ptsNs, callerTimeNs);
            return skipped(between.notDue(ptsNs));
        }
        return captureIntoNext(callerTimeNs);
    }

    private CaptureResult captureIntoNext(long callerTimeNs) {
        Path path = files.nextPath();
        try {
            FilePlan plan = next.plan(path);
            return plan == null ? skipped(between.skippedSize) : captureInto(plan, callerTimeNs);
        } catch (RecordingException e) {
            return failed(path, e);
        } catch (UnreadableException e) {
            troubles.tell(e);
            return CaptureCounters.counted(between.failed(e.obstacle()), CaptureResult.FAILED);
        } catch (IllegalArgumentException | IllegalStateException e) { // of a start, which may throw it
            troubles.tell(Obstacle.DRIVER, e);
            return CaptureCounters.counted(between.failed(Obstacle.DRIVER), CaptureResult.FAILED);
        }
    }

    private CaptureResult captureInto(FilePlan plan, long callerTimeNs) {
        if (!completing.waits() && isPresentStillReading()) {
            return dropped(DropCause.GPU_LATE);
        }
        endPresent();
        if (!completing.awaitRoom(plan)) {
            return files.areFinished() ? null : dropped(DropCause.POOL_FULL);
        }
        time.timeline().restart();
        if (!begin(plan)) {
            return null;
        }
        next.forget();
        return files.current().capture(callerTimeNs);
    }

    private boolean isPresentStillReading() {
        return !files.present().isOver() && files.current().isStillReading();
    }

    private void endPresent() {
        RecordedFile present = files.present();
        if (!present.isOver()) {
            present.finish(true);
            completing.add(present);
        }
    }

    /** @return false if another thread has finished meanwhile; nothing is left open then */
    private boolean begin(FilePlan plan) {
        if (files.areFinished()) {
            return false;
        }
        FileRecording opened = FileStart.open(plan, time, completing.usedBytes(), events);
        if (files.begin(opened)) {
            return true;
        }
        opened.finish(true).join();
        opened.release();
        return false;
    }

    private CaptureResult failed(Path path, RecordingException cause) {
        files.addFailed(path, cause);
        next.fail();
        if (time.sound() != null) {
            time.sound().fail();
        }
        return CaptureCounters.counted(between.failedRecording, CaptureResult.FAILED);
    }

    private CaptureResult dropped(DropCause cause) {
        events.dropped(cause);
        return CaptureCounters.counted(between.dropped(cause), CaptureResult.DROPPED);
    }

    private static CaptureResult skipped(AtomicLong counter) {
        return CaptureCounters.counted(counter, CaptureResult.SKIPPED);
    }

    /** Releases what {@link NextFile#release} does. */
    boolean release() {
        return next.release();
    }
}
