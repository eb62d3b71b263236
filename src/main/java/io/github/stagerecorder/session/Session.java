package io.github.stagerecorder.session;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.ResizePolicy;
import io.github.stagerecorder.SavedReplay;
import io.github.stagerecorder.encode.Encoder;
import io.github.stagerecorder.events.RecordingEvents;
import io.github.stagerecorder.file.OutputTarget;
import io.github.stagerecorder.readback.ContextReplacedException;
import io.github.stagerecorder.readback.StageResizedException;
import io.github.stagerecorder.readback.UnreadableException.Obstacle;
import io.github.stagerecorder.report.Counts;
import io.github.stagerecorder.report.SessionResult;
import io.github.stagerecorder.settings.Options;
import io.github.stagerecorder.settings.Region;
import io.github.stagerecorder.sound.SoundTrack;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A recording with its files: one, or one for each size of the stage. The caller ensures that one thread at a time uses
 * it; any thread may call {@link #counts}.
 */
public final class Session {
    private static final int MOST_CHANGES = 3; // at one capture: of the context, and twice of the size

    private final boolean followsSize;
    private final boolean endsAtNewSize; // the caller goes on with another session
    private final SuspensionWatch watch;
    private final SoundTrack sound; // null if there is none
    private final FileChange change; // null if there is only one file
    private final CompletingFiles completing;
    private final RecordingEvents events;
    private final Troubles troubles;
    private final ContextChange contextChange;
    private final CaptureCounters between = new CaptureCounters(); // captures that belong to no file
    private final CaptureCounters afterEnd = new CaptureCounters();
    private final RecordedFiles files;
    private volatile boolean outgrown;
    private boolean released; // the GL context that this object holds

    /** @param next null if there is only one file */
    Session(
            Options options,
            Path output,
            SessionTime time,
            Region stage,
            FileRecording first,
            NextFile next,
            RecordingEvents events) {
        this.events = events;
        followsSize = options.followsSize();
        endsAtNewSize = followsSize && next == null && options.onResize() == ResizePolicy.NEW_FILE;
        troubles = new Troubles(events);
        files = new RecordedFiles(new NumberedFileNames(output, options.overwrite(), events), events);
        contextChange = new ContextChange(files, next, troubles);
        completing = new CompletingFiles(options);
        change = next == null
                ? null
                : new FileChange(next, stage, followsSize, files, completing, time, between, events);
        watch = time.watch();
        sound = time.sound();
        events.countWith(this::counts);
        files.begin(first);
        watch.begin();
        if (sound != null) {
            sound.start();
        }
    }

    /** Captures the framebuffer into the file for its size. The GL context of the start must be current. */
    public CaptureResult capture(long callerTimeNs) {
        events.flight().captureBegins();
        completing.settle();
        return events.flight().captureEnds(captureAnySize(callerTimeNs));
    }

    /** Follows what has changed since the last capture. It ends even if everything changes again and again. */
    private CaptureResult captureAnySize(long callerTimeNs) {
        RuntimeException last = null;
        for (int i = 0; i < MOST_CHANGES; i++) {
            try {
                return captureNow(callerTimeNs);
            } catch (StageResizedException e) {
                if (endsAtNewSize) {
                    outgrown = true;
                    return skipped(between.skippedSize);
                }
                last = follow(e);
                if (last != e) {
                    break;
                }
            } catch (ContextReplacedException e) {
                if (!contextChange.enter()) {
                    return CaptureCounters.counted(between.failedContext, CaptureResult.FAILED);
                }
                last = e;
            } catch (RuntimeException e) { // of no known kind: it must not stop the program
                troubles.tell(Obstacle.DRIVER, e);
                return CaptureCounters.counted(between.failedDriver, CaptureResult.FAILED);
            }
        }
        troubles.tell(Obstacle.FRAMEBUFFER, last);
        return CaptureCounters.counted(between.failedFramebuffer, CaptureResult.FAILED);
    }

    /** Goes on with the framebuffer's new size, and returns why there may be no frame of it. */
    private RuntimeException follow(StageResizedException resized) {
        try {
            setSize(resized.widthPx(), resized.heightPx());
            return resized;
        } catch (RuntimeException e) { // too large, no memory, or another change meanwhile
            return e;
        }
    }

    private CaptureResult captureNow(long callerTimeNs) {
        if (change == null || !change.isDue()) {
            return files.current().capture(callerTimeNs);
        }
        CaptureResult result = change.capture(callerTimeNs);
        return result == null ? skipClosed() : result;
    }

    /** Returns whether the stage had a size at a capture for which another session is to begin. */
    public boolean isOutgrown() {
        return outgrown;
    }

    /** Counts a capture from inside a capture: reading pixels may have triggered a paint. */
    public CaptureResult skipNested() {
        return skipped(between.skippedNested);
    }

    /** Counts a capture after the end, which another thread may have caused. */
    public CaptureResult skipClosed() {
        return skipped(afterEnd.skippedClosed);
    }

    /** Adds the captures after the end to the final counts. */
    Counts withLateCalls(Counts ended) {
        return withSound(ended.plus(afterEnd.now()));
    }

    private static CaptureResult skipped(AtomicLong counter) {
        return CaptureCounters.counted(counter, CaptureResult.SKIPPED);
    }

    /** Begins a frame in tiles. The GL context of the start must be current for this and the next two methods. */
    public CaptureResult beginFrame(long callerTimeNs) {
        contextChange.enterIfGone(); // otherwise the first tile is refused
        events.flight().captureBegins();
        return events.flight().captureEnds(files.current().beginFrame(callerTimeNs));
    }

    /** Reads a tile into its place in the frame. */
    public void tile(int xPx, int yPx, int widthPx, int heightPx) {
        files.current().tile(xPx, yPx, widthPx, heightPx);
    }

    /** Ends a frame in tiles. */
    public CaptureResult endFrame() {
        return files.current().endFrame();
    }

    /** Pauses: captures are skipped until {@link #resume}, and the paused time is cut out. */
    public void pause() {
        files.current().pause();
    }

    /** Resumes after {@link #pause}. */
    public void resume() {
        files.current().resume();
    }

    /** Saves the last seconds of the present file as {@link Encoder#saveReplay} does. */
    public CompletableFuture<SavedReplay> saveReplay(OutputTarget target) {
        return files.current().saveReplay(target);
    }

    /** Sets the stage's new size; 0 in either number hides it. The GL context of the start must be current. */
    public void resize(int widthPx, int heightPx) {
        contextChange.enterIfGone();
        files.current().requireContext();
        if (followsSize) {
            troubles.tellIgnoredResize(widthPx, heightPx);
        } else {
            setSize(widthPx, heightPx);
        }
    }

    /** Hands over the reads that have ended, and never waits. Returns whether {@link #finish} would wait for others. */
    boolean isStillReading() {
        return files.current().isStillReading();
    }

    /** Returns the rectangle that is recorded now. The GL context of the start must be current. */
    public Region region() {
        files.current().requireContext();
        return files.current().region();
    }

    private void setSize(int widthPx, int heightPx) {
        if (change == null) {
            files.current().resize(widthPx, heightPx);
        } else {
            change.resize(widthPx, heightPx);
        }
    }

    /** Ends every wait of another thread, because the end has begun. */
    void stopWaiting() {
        events.closing();
        completing.stopWaiting();
        files.current().stopWaiting();
    }

    /** Ends all files as {@link FileRecording#finish} does. */
    synchronized CompletableFuture<SessionResult> finish(boolean captureOver) {
        released = change == null || !captureOver;
        watch.end();
        CompletableFuture<SessionResult> result = files.finish(captureOver, this::counts);
        if (sound != null) {
            sound.close();
        }
        return result;
    }

    /** Returns the track for the sound; null if there is none. Any thread may call it. */
    public SoundTrack sound() {
        return sound;
    }

    /** Releases what needs the GL context and had to wait for the encoders. */
    synchronized void release() {
        files.release();
        released = released || change.release();
    }

    Counts counts() {
        return withSound(files.counts().plus(between.now()).plus(watch.suspensions()));
    }

    private Counts withSound(Counts counts) {
        return sound == null ? counts : counts.plus(sound.counts());
    }

    /** Returns the memory of the pools that has not been released. */
    long poolBytes() {
        return files.poolBytes();
    }
}
