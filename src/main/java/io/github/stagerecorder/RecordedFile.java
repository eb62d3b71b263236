package io.github.stagerecorder;

import java.util.concurrent.CompletableFuture;

/** One file of a series: being recorded, or drained, or complete. Any thread, but for {@link #settle}. */
final class RecordedFile {
    private volatile Recording recording; // null when nothing of it is left
    private volatile CompletableFuture<FileOutcome> ended; // null until finished

    RecordedFile(Recording recording) {
        this.recording = recording;
    }

    /** One that could not even be opened. */
    RecordedFile(FileOutcome failed) {
        ended = CompletableFuture.completedFuture(failed);
    }

    /** As {@link Recording#finish}; a second call returns the same. */
    synchronized CompletableFuture<FileOutcome> finish(boolean captureOver, boolean onRenderThread) {
        if (ended == null) {
            ended = recording.finish(captureOver, onRenderThread);
        }
        return ended;
    }

    boolean isDraining() {
        return ended != null && !ended.isDone();
    }

    boolean isOver() {
        return ended != null;
    }

    Stats stats() {
        Recording left = recording; // read first: it goes only when the outcome is there
        CompletableFuture<FileOutcome> end = ended;
        return end == null || !end.isDone() ? left.stats() : end.join().stats().withPoolBytes(bytes(left));
    }

    /** Memory that has not been given back. */
    long poolBytes() {
        return bytes(recording);
    }

    private static long bytes(Recording left) {
        return left == null ? 0 : left.poolBytes();
    }

    /** Render thread, its GL context current: gives back what can be. @return whether nothing of it is left */
    boolean settle() {
        if (recording != null && ended.isDone()) {
            recording.release();
            recording = recording.poolBytes() == 0 ? null : recording;
        }
        return recording == null;
    }

    void release() {
        Recording left = recording;
        if (left != null) {
            left.release();
        }
    }
}
