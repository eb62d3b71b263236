package io.github.stagerecorder;

import java.nio.file.Path;

/**
 * How one file of a recording ended. Immutable.
 *
 * @param path where it is, or was to be; null when the description brings its own sink
 * @param playableUntilNs as {@link Outcome#playableUntilNs}, of this file
 * @param cause what went wrong; null when the file is complete
 * @param stats what was captured into it
 */
public record FileOutcome(Path path, Outcome.Status status, long playableUntilNs, Throwable cause, Stats stats) {}
