package io.github.stagerecorder.session;

import io.github.stagerecorder.events.RecordingEvents;
import io.github.stagerecorder.report.Counts;
import io.github.stagerecorder.report.FileResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Represents one file of a session, while it is recorded, while it is completed, and afterwards. Any thread may use it,
 * except for {@link #settle}.
 */
final class RecordedFile {
    private final AtomicBoolean begun = new AtomicBoolean(); // its end
    private final CompletableFuture<FileResult> completed = new CompletableFuture<>();
    private final CompletableFuture<FileResult> ended; // when that is told
    private volatile FileRecording recording; // null once everything is released

    RecordedFile(FileRecording recording, RecordingEvents events) {
        this.recording = recording;
        ended = completed.thenApply(result -> {
            events.fileEnded(result);
            return result;
        });
    }

    /** Creates a file that could not be opened. */
    RecordedFile(FileResult failed, RecordingEvents events) {
        this((FileRecording) null, events);
        begun.set(true);
        completed.complete(failed);
    }

    /**
     * Ends the file as {@link FileRecording#finish} does; a second call returns the same future. If a thread hangs
     * inside a capture, it may hang inside this very method, so the encoder is told again, without that thread.
     */
    CompletableFuture<FileResult> finish(boolean captureOver) {
        boolean first = begun.compareAndSet(false, true);
        if (first || !captureOver && !ended.isDone()) {
            try {
                recording.finish(captureOver).whenComplete(this::complete);
            } catch (OutOfMemoryError e) {
                begun.set(false); // the next call ends it
                throw e;
            }
        }
        return ended;
    }

    private void complete(FileResult result, Throwable thrown) {
        if (thrown == null) {
            completed.complete(result);
        } else {
            completed.completeExceptionally(thrown);
        }
    }

    boolean isBeingCompleted() {
        return begun.get() && !ended.isDone();
    }

    boolean isOver() {
        return begun.get();
    }

    Counts counts() {
        FileRecording left = recording; // read first: it becomes null only after the result is set
        return ended.isDone() ? ended.join().counts().withPoolBytes(bytes(left)) : left.counts();
    }

    /** Returns the memory that has not been released. */
    long poolBytes() {
        return bytes(recording);
    }

    private static long bytes(FileRecording left) {
        return left == null ? 0 : left.poolBytes();
    }

    /**
     * Releases what can be released. The GL context must be current.
     *
     * @return whether everything is released
     */
    boolean settle() {
        if (recording != null && ended.isDone() && recording.release()) {
            recording = null;
        }
        return recording == null;
    }

    void release() {
        FileRecording left = recording;
        if (left != null) {
            left.release();
        }
    }
}
