package io.github.stagerecorder.session;

import io.github.stagerecorder.report.Counts;
import io.github.stagerecorder.report.FileResult;
import java.util.concurrent.CompletableFuture;

/**
 * Represents one file of a session, while it is recorded, while it is completed, and afterwards. Any thread may use it,
 * except for {@link #settle}.
 */
final class RecordedFile {
    private volatile FileRecording recording; // null once everything is released
    private volatile CompletableFuture<FileResult> ended; // null until finished

    RecordedFile(FileRecording recording) {
        this.recording = recording;
    }

    /** Creates a file that could not be opened. */
    RecordedFile(FileResult failed) {
        ended = CompletableFuture.completedFuture(failed);
    }

    /** Ends the file as {@link FileRecording#finish} does; a second call returns the same future. */
    synchronized CompletableFuture<FileResult> finish(boolean captureOver) {
        if (ended == null) {
            ended = recording.finish(captureOver);
        }
        return ended;
    }

    boolean isBeingCompleted() {
        return ended != null && !ended.isDone();
    }

    boolean isOver() {
        return ended != null;
    }

    Counts counts() {
        FileRecording left = recording; // read first: it becomes null only after the result is set
        CompletableFuture<FileResult> end = ended;
        return end == null || !end.isDone()
                ? left.counts()
                : end.join().counts().withPoolBytes(bytes(left));
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
        if (recording != null && ended.isDone()) {
            recording.release();
            recording = recording.poolBytes() == 0 ? null : recording;
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
