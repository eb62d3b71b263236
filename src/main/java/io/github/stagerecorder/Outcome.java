package io.github.stagerecorder;

import io.github.stagerecorder.session.FileResult;
import io.github.stagerecorder.session.SessionResult;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** How a recording ended, with all its files. Immutable. */
public final class Outcome {
    /** What the file is worth. */
    public enum Status {
        /** Everything that was taken is in the file. */
        COMPLETE,
        /** The file plays up to {@link Outcome#playableUntilNs}. */
        TRUNCATED,
        /** There is no file, or nothing of it is sure to play. */
        FAILED
    }

    private final List<FileOutcome> files;
    private final Stats stats;

    Outcome(SessionResult result) {
        stats = new Stats(result.counts());
        List<FileOutcome> all = result.files().stream().map(FileOutcome::new).toList();
        List<FileOutcome> begun = all.stream()
                .filter(file -> file.failureKind() != FailureKind.NO_FRAMES)
                .toList();
        files = begun.isEmpty() ? List.of(all.get(0)) : begun;
    }

    /** The status of the worst file. */
    public Status status() {
        return files.stream()
                .map(FileOutcome::status)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /**
     * How much of the recording, from its start, the file plays at least, in nanoseconds; 0 when there is no such file. Of
     * a truncated file this holds for containers that are written as a stream, in pages or fragments of half a second at
     * most, as all presets' are. An MP4 by a description of your own plays only when it is complete, unless it is
     * fragmented. Of several files this is the sum.
     */
    public long playableUntilNs() {
        return files.stream().mapToLong(FileOutcome::playableUntilNs).sum();
    }

    /** What failed first; null when every file is complete. */
    public FailureKind failureKind() {
        return files.stream()
                .map(FileOutcome::failureKind)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What went wrong first; null when every file is complete. */
    public Throwable cause() {
        return files.stream()
                .map(FileOutcome::cause)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The final count. */
    public Stats stats() {
        return stats;
    }

    /** The files, each in its order; several only where each size of the stage has its own. */
    public List<FileOutcome> files() {
        return files;
    }

    /** One line for a log. */
    @Override
    public String toString() {
        return status() + " " + files + ", " + stats;
    }

    /** How one file of a recording ended. Immutable. */
    public static final class FileOutcome {
        private final FileResult result;
        private final Stats stats;

        private FileOutcome(FileResult result) {
            this.result = result;
            stats = new Stats(result.counts());
        }

        /** Where it is, or was to be; null when the description brings its own sink. */
        public Path path() {
            return result.path();
        }

        /** What it is worth. */
        public Status status() {
            if (result.failure() == null) {
                return Status.COMPLETE;
            }
            return result.playableUntilNs() > 0 ? Status.TRUNCATED : Status.FAILED;
        }

        /** How much of it plays at least, in nanoseconds: see {@link Outcome#playableUntilNs}. */
        public long playableUntilNs() {
            return result.playableUntilNs();
        }

        /** What failed; null when the file is complete. */
        public FailureKind failureKind() {
            return result.failureKind();
        }

        /** What went wrong; null when the file is complete. */
        public Throwable cause() {
            return result.failure();
        }

        /** What was captured into it. */
        public Stats stats() {
            return stats;
        }

        @Override
        public String toString() {
            return status() + " " + path() + (cause() == null ? "" : " (" + cause().getMessage() + ")");
        }
    }
}
