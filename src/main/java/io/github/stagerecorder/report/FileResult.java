package io.github.stagerecorder.report;

import io.github.stagerecorder.FailureKind;
import java.nio.file.Path;

/**
 * How one file ended. Immutable.
 *
 * @param path the path, even if there is no file; null if the description ends in its own sink
 * @param playableUntilNs the length that is certain to play, in the file's own time
 * @param failureKind the kind of the failure; null if the file is complete
 * @param failure the cause; null if the file is complete
 */
public record FileResult(Path path, long playableUntilNs, FailureKind failureKind, Throwable failure, Counts counts) {
    /** Returns whether every frame that was taken is in the file. */
    public boolean isComplete() {
        return failure == null;
    }

    /** Returns whether something in the file is certain to play. */
    public boolean plays() {
        return isComplete() || playableUntilNs > 0;
    }

    /** Returns whether nothing was captured into the file, so that there is none. */
    public boolean isUnbegun() {
        return failureKind == FailureKind.NO_FRAMES;
    }
}
