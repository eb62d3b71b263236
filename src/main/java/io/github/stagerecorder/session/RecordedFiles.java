package io.github.stagerecorder.session;

import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.events.RecordingEvents;
import io.github.stagerecorder.report.Counts;
import io.github.stagerecorder.report.FileResult;
import io.github.stagerecorder.report.SessionResult;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * The files of a session in their order. The last one that was begun is the present one. One thread at a time begins
 * files; any thread may do the rest.
 */
final class RecordedFiles {
    private final NumberedFileNames names;
    private final RecordingEvents events;
    private final List<RecordedFile> files = new CopyOnWriteArrayList<>();
    private volatile RecordedFile present;
    private volatile FileRecording current; // of the present file
    private volatile boolean finished;
    private int number = 1; // of the present file
    private int nextNumber = 1;

    RecordedFiles(NumberedFileNames names, RecordingEvents events) {
        this.names = names;
        this.events = events;
    }

    /** @return false if another thread has finished, which could not wait for this file */
    synchronized boolean begin(FileRecording opened) {
        if (finished) {
            return false;
        }
        opened.tellStart();
        RecordedFile file = new RecordedFile(opened, events);
        files.add(file);
        present = file;
        current = opened;
        number = nextNumber;
        return true;
    }

    /** Returns the path for the next file, which takes the number of the present one if that has no frame. */
    Path nextPath() {
        nextNumber = names.free(present.counts().captures().taken() > 0 ? number + 1 : number);
        return names.path(nextNumber);
    }

    /** Adds a file that could not be opened. */
    void addFailed(Path path, RecordingException cause) {
        Counts nothing = present.counts().ofNothing(new CaptureCounters().now());
        events.failed(cause);
        files.add(new RecordedFile(new FileResult(path, 0, cause.kind(), cause, nothing), events));
    }

    RecordedFile present() {
        return present;
    }

    /** Returns what records into the present file. */
    FileRecording current() {
        return current;
    }

    /** Returns whether the end has begun. */
    boolean areFinished() {
        return finished;
    }

    /** Ends all files as {@link FileRecording#finish} does. No file is begun after it. */
    synchronized CompletableFuture<SessionResult> finish(boolean captureOver, Supplier<Counts> counter) {
        finished = true;
        List<CompletableFuture<FileResult>> ends =
                files.stream().map(file -> file.finish(captureOver)).toList();
        return CompletableFuture.allOf(ends.toArray(new CompletableFuture<?>[0]))
                .thenApply(done -> told(new SessionResult(
                        ends.stream().map(CompletableFuture::join).toList(), counter.get())));
    }

    private SessionResult told(SessionResult result) {
        events.ended(result);
        return result;
    }

    /** Releases what needs the GL context and had to wait for the encoders. */
    void release() {
        files.forEach(RecordedFile::release);
    }

    /** Returns the counts of all files together. The description is that of the present one. */
    Counts counts() {
        RecordedFile described = present;
        Counts total = described.counts();
        for (RecordedFile file : files) {
            total = file == described ? total : total.plus(file.counts());
        }
        return total;
    }

    /** Returns the memory of the pools that has not been released. */
    long poolBytes() {
        return files.stream().mapToLong(RecordedFile::poolBytes).sum();
    }
}
