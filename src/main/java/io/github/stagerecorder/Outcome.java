package io.github.stagerecorder;

import io.github.stagerecorder.report.FileResult;
import io.github.stagerecorder.report.SessionResult;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** How a recording and each of its files ended. Immutable. */
public final class Outcome {
    /** How much of the file is usable. The order is from best to worst. */
    public enum Status {
        /** Every frame that was taken is in the file. */
        COMPLETE,
        /** The file plays up to {@link Outcome#playableUntilNs}. */
        TRUNCATED,
        /** There is no file, or no part of it is certain to play. */
        FAILED
    }

    private static final Function<SessionResult, Outcome> OF = Outcome::new; // linked before a frame ends a recording

    private final List<FileOutcome> files;
    private final Stats stats;

    Outcome(SessionResult result) {
        stats = new Stats(result.counts());
        files = result.begunFiles().stream().map(FileOutcome::new).toList();
    }

    /** Returns the outcome of what ends later. */
    static CompletableFuture<Outcome> after(CompletableFuture<SessionResult> end) {
        return end.thenApply(OF);
    }

    /** Returns the status of the worst file. */
    public Status status() {
        return files.stream()
                .map(FileOutcome::status)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /**
     * Returns the length from the start of the recording that the file is certain to play, in nanoseconds; 0 if there
     * is no such file. For a truncated file this requires a container that is written as a stream, in pages or
     * fragments of at most half a second, as all presets use. An MP4 made by a {@link RecorderBuilder#pipeline} plays
     * only if it is complete or fragmented. For several files this is the sum.
     */
    public long playableUntilNs() {
        return files.stream().mapToLong(FileOutcome::playableUntilNs).sum();
    }

    /** Returns the kind of the first failure, or null if every file is complete. */
    public FailureKind failureKind() {
        return files.stream()
                .map(FileOutcome::failureKind)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Returns the cause of the first failure, or null if every file is complete. */
    public Throwable cause() {
        return files.stream()
                .map(FileOutcome::cause)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Returns the final counts of all files together. */
    public Stats stats() {
        return stats;
    }

    /** Returns the files in their order. There are several only with {@link ResizePolicy#NEW_FILE}. */
    public List<FileOutcome> files() {
        return files;
    }

    /** Returns one line for a log. */
    @Override
    public String toString() {
        return status() + " " + files + ", " + stats;
    }

    /** How one file of a recording ended. Immutable. */
    public static final class FileOutcome {
        private final FileResult result;
        private final Stats stats;

        FileOutcome(FileResult result) {
            this.result = result;
            stats = new Stats(result.counts());
        }

        /** Returns the file's path, even if there is no file; null if only a replay is kept, or the
         * description ends in its own sink. */
        public Path path() {
            return result.path();
        }

        /** Returns how much of the file is usable. */
        public Status status() {
            if (result.isComplete()) {
                return Status.COMPLETE;
            }
            return result.plays() ? Status.TRUNCATED : Status.FAILED;
        }

        /** Returns the length that is certain to play, in nanoseconds: see {@link Outcome#playableUntilNs}. */
        public long playableUntilNs() {
            return result.playableUntilNs();
        }

        /** Returns the kind of the failure, or null if the file is complete. */
        public FailureKind failureKind() {
            return result.failureKind();
        }

        /** Returns the cause of the failure, or null if the file is complete. */
        public Throwable cause() {
            return result.failure();
        }

        /** Returns the counts of the frames that were captured into this file. */
        public Stats stats() {
            return stats;
        }

        @Override
        public String toString() {
            return status() + " " + path() + (cause() == null ? "" : " (" + cause().getMessage() + ")");
        }
    }
}
