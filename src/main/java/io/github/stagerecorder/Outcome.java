package io.github.stagerecorder;

import io.github.stagerecorder.encode.EncodeException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * How a recording ended, with all its files. Immutable.
 *
 * @param status that of the worst file
 * @param playableUntilNs how much of the recording, from its start, the file plays at least; 0 when there is no such
 *     file. Of a truncated file this holds for containers that are written as a stream, in pages or fragments of half a
 *     second at most, as all presets' are; an MP4 by a description of one's own plays only when it is complete, unless
 *     it is fragmented. Of several files, the sum.
 * @param cause what went wrong; null when the file is complete
 * @param stats the final count
 * @param files each in its order; several only where each size of the stage has its own
 */
public record Outcome(Status status, long playableUntilNs, Throwable cause, Stats stats, List<FileOutcome> files) {
    /** What the file is worth. */
    public enum Status {
        /** Everything that was taken is in the file. */
        COMPLETE,
        /** The file plays up to {@link Outcome#playableUntilNs}. */
        TRUNCATED,
        /** There is no file, or nothing of it is sure to play. */
        FAILED
    }

    /** @param all at least one */
    static Outcome of(List<FileOutcome> all, Stats stats) {
        List<FileOutcome> begun = all.stream().filter(file -> !isEmpty(file)).toList();
        List<FileOutcome> files = begun.isEmpty() ? List.of(all.get(0)) : begun;
        return new Outcome(
                files.stream()
                        .map(FileOutcome::status)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                files.stream().mapToLong(FileOutcome::playableUntilNs).sum(),
                files.stream()
                        .map(FileOutcome::cause)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                stats,
                files);
    }

    private static boolean isEmpty(FileOutcome file) {
        return file.cause() instanceof EncodeException e && e.reason() == EncodeException.Reason.NO_FRAMES;
    }
}
