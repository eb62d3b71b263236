package io.github.stagerecorder.session;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.DropCause;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.events.RecordingEvents;
import io.github.stagerecorder.frame.Timeline;
import io.github.stagerecorder.plan.FilePlan;
import io.github.stagerecorder.readback.ContextReplacedException;
import io.github.stagerecorder.readback.StageResizedException;
import io.github.stagerecorder.readback.UnreadableException;
import io.github.stagerecorder.readback.UnreadableException.Obstacle;
import io.github.stagerecorder.report.Counts;
import io.github.stagerecorder.report.SessionResult;
import io.github.stagerecorder.settings.Options;
import io.github.stagerecorder.settings.Region;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A recording with its files: one, or one for each size of the stage. The caller ensures that one thread at a time uses
 * it; any thread may call {@link #counts}.
 */
public final class Session {
    private final Region stage; // at the start
    private final boolean followsSize;
    private final Timeline timeline;
    private final SuspensionWatch watch;
    private final NextFile next; // null if there is only one file
    private final CompletingFiles completing;
    private final RecordingEvents events;
    private final Troubles troubles;
    private final ContextChange contextChange;
    private final CaptureCounters between = new CaptureCounters(); // captures that belong to no file
    private final CaptureCounters afterEnd = new CaptureCounters();
    private final RecordedFiles files;
    private volatile FileRecording current; // of the current file
    private volatile boolean finished;
    private boolean released; // the GL context that this object holds

    Session(
            Options options,
            Path output,
            SessionTime time,
            Region stage,
            FileRecording first,
            NextFile next,
            RecordingEvents events) {
        this.stage = stage;
        followsSize = options.followsSize();
        this.next = next;
        this.events = events;
        troubles = new Troubles(events);
        contextChange = new ContextChange(() -> current, next, troubles);
        files = new RecordedFiles(new NumberedFileNames(output, options.overwrite()), events);
        events.countWith(this::counts);
        timeline = time.timeline();
        watch = time.watch();
        completing = new CompletingFiles(options);
        begin(first);
        watch.begin();
    }

    /** @return false if another thread has finished, which could not wait for this file */
    private synchronized boolean begin(FileRecording opened) {
        if (finished) {
            return false;
        }
        files.begin(opened);
        current = opened;
        return true;
    }

    /** Captures the framebuffer into the file for its size. The GL context of the start must be current. */
    public CaptureResult capture(long callerTimeNs) {
        events.flight().captureBegins();
        completing.settle();
        return events.flight().captureEnds(captureAnySize(callerTimeNs));
    }

    private CaptureResult captureAnySize(long callerTimeNs) {
        try {
            return captureNow(callerTimeNs);
        } catch (StageResizedException e) {
            return captureResized(e, callerTimeNs);
        } catch (ContextReplacedException e) {
            return contextChange.enter()
                    ? captureAnySize(callerTimeNs)
                    : FileRecording.counted(between.failedContext, CaptureResult.FAILED);
        }
    }

    private CaptureResult captureNow(long callerTimeNs) {
        return isNextWanted() ? captureAtNewSize(callerTimeNs) : current.capture(callerTimeNs);
    }

    /** Captures after the framebuffer's size has changed since the last capture; the recording follows the new size. */
    private CaptureResult captureResized(StageResizedException resized, long callerTimeNs) {
        try {
            setSize(resized.widthPx(), resized.heightPx());
            return captureNow(callerTimeNs);
        } catch (IllegalArgumentException | IllegalStateException | StageResizedException e) {
            troubles.tell(Obstacle.FRAMEBUFFER, e);
            return FileRecording.counted(between.failedFramebuffer, CaptureResult.FAILED);
        }
    }

    private boolean isNextWanted() {
        return next != null && next.isWanted();
    }

    /** Counts a capture from inside a capture: reading pixels may have triggered a paint. */
    public CaptureResult skipNested() {
        return skipped(between.skippedNested);
    }

    private CaptureResult captureAtNewSize(long callerTimeNs) {
        if (current.isPaused()) {
            return skipped(between.skippedPaused);
        }
        if (next.isHidden()) {
            return skipped(between.skippedSize);
        }
        if (next.hasFailed()) {
            return FileRecording.counted(between.failedRecording, CaptureResult.FAILED);
        }
        if (followsSize) {
            next.requireWantedSize();
        }
        long ptsNs = timeline.nextPtsNs(callerTimeNs);
        if (ptsNs < 0) {
            troubles.tellTime(ptsNs, callerTimeNs);
            return skipped(between.notDue(ptsNs));
        }
        return captureIntoNextFile(callerTimeNs);
    }

    private CaptureResult captureIntoNextFile(long callerTimeNs) {
        Path path = files.nextPath();
        try {
            FilePlan plan = next.plan(path);
            if (plan == null) {
                return skipped(between.skippedSize);
            }
            endPresent();
            if (!completing.awaitRoom(plan)) {
                return finished ? skipClosed() : dropped();
            }
            timeline.restart();
            if (!beginNext(plan)) {
                return skipClosed();
            }
            next.forget();
        } catch (RecordingException e) {
            return failed(path, e);
        } catch (UnreadableException e) {
            troubles.tell(e);
            return FileRecording.counted(between.failed(e.obstacle()), CaptureResult.FAILED);
        } catch (IllegalArgumentException | IllegalStateException e) { // of a start, which may throw it
            troubles.tell(Obstacle.DRIVER, e);
            return FileRecording.counted(between.failed(Obstacle.DRIVER), CaptureResult.FAILED);
        }
        return current.capture(callerTimeNs);
    }

    private CaptureResult dropped() {
        FileRecording.counted(between.droppedPoolFull, CaptureResult.DROPPED);
        events.dropped(DropCause.POOL_FULL);
        return CaptureResult.DROPPED;
    }

    /** @return false if another thread has finished meanwhile; nothing is left open then */
    private boolean beginNext(FilePlan plan) {
        if (finished) {
            return false;
        }
        FileRecording opened = FileStart.open(plan, timeline, completing.usedBytes(), events);
        if (begin(opened)) {
            return true;
        }
        opened.finish(true).join();
        opened.release();
        return false;
    }

    private void endPresent() {
        RecordedFile present = files.present();
        if (!present.isOver()) {
            present.finish(true);
            completing.add(present);
        }
    }

    private CaptureResult failed(Path path, RecordingException cause) {
        files.addFailed(path, cause);
        next.fail();
        return FileRecording.counted(between.failedRecording, CaptureResult.FAILED);
    }

    /** Counts a capture after the end, which another thread may have caused. */
    public CaptureResult skipClosed() {
        return skipped(afterEnd.skippedClosed);
    }

    /** Adds the captures after the end to the final counts. */
    Counts withLateCalls(Counts ended) {
        return ended.plus(afterEnd.now());
    }

    private static CaptureResult skipped(AtomicLong counter) {
        return FileRecording.counted(counter, CaptureResult.SKIPPED);
    }

    /** Begins a frame in tiles. The GL context of the start must be current for this and the next two methods. */
    public CaptureResult beginFrame(long callerTimeNs) {
        contextChange.enterIfGone(); // otherwise the first tile is refused
        events.flight().captureBegins();
        return events.flight().captureEnds(current.beginFrame(callerTimeNs));
    }

    /** Reads a tile into its place in the frame. */
    public void tile(int xPx, int yPx, int widthPx, int heightPx) {
        current.tile(xPx, yPx, widthPx, heightPx);
    }

    /** Ends a frame in tiles. */
    public CaptureResult endFrame() {
        return current.endFrame();
    }

    /** Pauses: captures are skipped until {@link #resume}, and the paused time is cut out. */
    public void pause() {
        current.pause();
    }

    /** Resumes after {@link #pause}. */
    public void resume() {
        current.resume();
    }

    /** Sets the stage's new size; 0 in either number hides it. The GL context of the start must be current. */
    public void resize(int widthPx, int heightPx) {
        contextChange.enterIfGone();
        current.requireContext();
        if (followsSize) {
            troubles.tellIgnoredResize(widthPx, heightPx);
        } else {
            setSize(widthPx, heightPx);
        }
    }

    /** Returns the rectangle that is recorded now. The GL context of the start must be current. */
    public Region region() {
        current.requireContext();
        return current.region();
    }

    private void setSize(int widthPx, int heightPx) {
        boolean hides = Math.min(widthPx, heightPx) == 0;
        if (hides && isNextWanted()) {
            next.hide();
        } else if (hides || next == null) {
            current.resize(widthPx, heightPx);
        } else {
            wantFile(stage.withSize(widthPx, heightPx));
        }
    }

    private void wantFile(Region region) {
        if (!files.present().isOver() && region.equals(current.region())) {
            current.resize(region.widthPx(), region.heightPx());
            next.forget();
        } else {
            next.want(region);
        }
    }

    /** Ends every wait of another thread, because the end has begun. */
    void stopWaiting() {
        events.closing();
        completing.stopWaiting();
        current.stopWaiting();
    }

    /** Ends all files as {@link FileRecording#finish} does. */
    synchronized CompletableFuture<SessionResult> finish(boolean captureOver) {
        finished = true;
        released = next == null || !captureOver;
        watch.end();
        return files.finish(captureOver, this::counts);
    }

    /** Releases what needs the GL context and had to wait for the encoders. */
    synchronized void release() {
        files.release();
        released = released || next.release();
    }

    Counts counts() {
        return files.counts().plus(between.now()).plus(watch.suspensions());
    }

    /** Returns the memory of the pools that has not been released. */
    long poolBytes() {
        return files.poolBytes();
    }
}
