package io.github.stagerecorder.session;

import java.util.concurrent.CompletableFuture;

/** One file of a session: being recorded, or being completed, or complete. Any thread, but for {@link #settle}. */
final class RecordedFile {
    private volatile FileRecording recording; // null when nothing of it is left
    private volatile CompletableFuture<FileResult> ended; // null until finished

    RecordedFile(FileRecording recording) {
        this.recording = recording;
    }

    /** One that could not even be opened. */
    RecordedFile(FileResult failed) {
        ended = CompletableFuture.completedFuture(failed);
    }

    /** As {@link FileRecording#finish}; a second call returns the same. */
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
        FileRecording left = recording; // read first: it goes only when the result is there
        CompletableFuture<FileResult> end = ended;
        return end == null || !end.isDone()
                ? left.counts()
                : end.join().counts().withPoolBytes(bytes(left));
    }

    /** Memory that has not been given back. */
    long poolBytes() {
        return bytes(recording);
    }

    private static long bytes(FileRecording left) {
        return left == null ? 0 : left.poolBytes();
    }

    /** Gives back what can be, with the GL context current. Render thread. @return whether nothing of it is left */
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
