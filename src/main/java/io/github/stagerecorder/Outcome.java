package io.github.stagerecorder;

/**
 * How a recording ended. Immutable.
 *
 * @param playableUntilNs how much of the recording, from its start, the file plays at least; 0 when there is no such
 *     file. Of a truncated file this holds for containers that are written as a stream, in pages or fragments of half a
 *     second at most, as all presets' are; an MP4 by a description of one's own plays only when it is complete, unless
 *     it is fragmented.
 * @param cause what went wrong; null when the file is complete
 * @param stats the final count
 */
public record Outcome(Status status, long playableUntilNs, Throwable cause, Stats stats) {
    /** What the file is worth. */
    public enum Status {
        /** Everything that was taken is in the file. */
        COMPLETE,
        /** The file plays up to {@link Outcome#playableUntilNs}. */
        TRUNCATED,
        /** There is no file, or nothing of it is sure to play. */
        FAILED
    }
}
