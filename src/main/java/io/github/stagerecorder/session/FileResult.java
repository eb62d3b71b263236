package io.github.stagerecorder.session;

import io.github.stagerecorder.FailureKind;
import java.nio.file.Path;

/**
 * How one file ended. Immutable.
 *
 * @param path where it is, or was to be; null when the description brings its own sink
 * @param playableUntilNs how much of it plays at least, in its own time
 * @param failureKind null when the file is complete
 * @param failure null when the file is complete
 */
public record FileResult(Path path, long playableUntilNs, FailureKind failureKind, Throwable failure, Counts counts) {}
