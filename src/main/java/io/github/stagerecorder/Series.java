package io.github.stagerecorder;

import io.github.stagerecorder.encode.EncodeException;
import io.github.stagerecorder.frame.Timeline;
import io.github.stagerecorder.readback.GlContext;
import io.github.stagerecorder.readback.Region;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The files of a recording: one, or one for each size that the stage has had. One thread at a time, which
 * {@link StageRecorder} sees to; {@link #stats} is for any.
 */
final class Series {
    private final RecorderBuilder options;
    private final Timeline timeline;
    private final FileNames names;
    private final NextFile next; // null where one file is all
    private final Draining draining;
    private final CaptureCounters between = new CaptureCounters(); // captures that belong to no file
    private final List<RecordedFile> files = new CopyOnWriteArrayList<>();
    private volatile RecordedFile present;
    private volatile Recording current; // of the present file
    private int number = 1; // of the present file
    private boolean finished;
    private boolean released; // what this itself has of GL

    /** @param next null where one file is all */
    Series(RecorderBuilder options, Timeline timeline, Recording first, NextFile next) {
        this.options = options;
        this.timeline = timeline;
        this.next = next;
        names = new FileNames(options.output(), options.overwrites());
        draining = new Draining(options);
        begin(first);
    }

    /** Opens the first file. Render thread. */
    static Series start(RecorderBuilder options) {
        Availability.require();
        Setup setup = firstSetup(options.forFile(options.output(), options.region()));
        Timeline timeline = Opening.timeline(options);
        Recording first = Opening.open(setup, timeline, 0);
        NextFile next = options.onResize() == ResizePolicy.SCALE ? null : new NextFile(setup);
        return new Series(setup.options(), timeline, first, next);
    }

    private static Setup firstSetup(RecorderBuilder options) {
        try (GlContext gl = GlContext.current()) {
            return Setup.of(options, gl);
        }
    }

    private synchronized void begin(Recording opened) {
        RecordedFile file = new RecordedFile(opened);
        files.add(file);
        present = file;
        current = opened;
        if (finished) { // by a thread that could not wait for us
            file.finish(true, true);
        }
    }

    /** For all that concerns the present file alone. */
    Recording current() {
        return current;
    }

    CaptureResult capture(long callerTimeNs) {
        draining.settle();
        return isNextWanted() ? captureAtNewSize(callerTimeNs) : current.capture(callerTimeNs);
    }

    private boolean isNextWanted() {
        return next != null && next.isWanted();
    }

    /** A capture inside a capture: reading pixels may have triggered a paint. */
    CaptureResult skipNested() {
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
            return Recording.counted(between.failed, CaptureResult.FAILED);
        }
        return timeline.nextPtsNs(callerTimeNs) == Timeline.NONE
                ? skipped(between.skippedAboveRate)
                : captureIntoNextFile(callerTimeNs);
    }

    private CaptureResult captureIntoNextFile(long callerTimeNs) {
        int nextNumber = names.free(present.stats().taken() > 0 ? number + 1 : number);
        Path path = names.path(nextNumber);
        try {
            Setup setup = next.setup(path);
            if (setup == null) {
                return skipped(between.skippedSize);
            }
            endPresent();
            if (!draining.awaitRoom(setup)) {
                return Recording.counted(between.droppedPoolFull, CaptureResult.DROPPED);
            }
            timeline.restart();
            begin(Opening.open(setup, timeline, draining.usedBytes()));
            next.forget();
            number = nextNumber;
        } catch (EncodeException | RecordingException e) {
            return failed(path, e);
        }
        return current.capture(callerTimeNs);
    }

    private void endPresent() {
        if (!present.isOver()) {
            present.finish(true, true);
            draining.add(present);
        }
    }

    private CaptureResult failed(Path path, RuntimeException cause) {
        Stats nothing = present.stats().with(new CaptureCounters());
        files.add(new RecordedFile(new FileOutcome(path, Outcome.Status.FAILED, 0, cause, nothing)));
        next.fail();
        return Recording.counted(between.failed, CaptureResult.FAILED);
    }

    private static CaptureResult skipped(AtomicLong counter) {
        return Recording.counted(counter, CaptureResult.SKIPPED);
    }

    void resize(int widthPx, int heightPx) {
        boolean hides = Math.min(widthPx, heightPx) == 0;
        if (hides && isNextWanted()) {
            next.hide();
        } else if (hides || next == null) {
            current.resize(widthPx, heightPx);
        } else {
            wantFile(options.region().withSize(widthPx, heightPx));
        }
    }

    private void wantFile(Region region) {
        if (!present.isOver() && region.equals(current.region())) {
            current.resize(region.widthPx(), region.heightPx());
            next.forget();
        } else {
            next.want(region);
        }
    }

    /** Ends every wait that another thread is in. */
    void stopWaiting() {
        draining.stopWaiting();
        current.stopWaiting();
    }

    /** As {@link Recording#finish}, for all files. */
    synchronized CompletableFuture<Outcome> finish(boolean captureOver, boolean onRenderThread) {
        finished = true;
        released = next == null || !captureOver;
        List<CompletableFuture<FileOutcome>> ends = files.stream()
                .map(file -> file.finish(captureOver, onRenderThread))
                .toList();
        return CompletableFuture.allOf(ends.toArray(new CompletableFuture<?>[0]))
                .thenApply(done ->
                        Outcome.of(ends.stream().map(CompletableFuture::join).toList(), stats()));
    }

    /** Gives back what needs the GL context and had to wait for the encoders. */
    synchronized void release() {
        files.forEach(RecordedFile::release);
        if (!released) {
            released = true;
            next.close();
        }
    }

    Stats stats() {
        RecordedFile described = present;
        Stats total = described.stats();
        total = total.plus(total.with(between));
        for (RecordedFile file : files) {
            total = file == described ? total : total.plus(file.stats());
        }
        return total;
    }

    /** Memory of the pools that has not been given back. */
    long poolBytes() {
        return files.stream().mapToLong(RecordedFile::poolBytes).sum();
    }
}
