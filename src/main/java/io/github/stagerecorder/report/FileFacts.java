package io.github.stagerecorder.report;

import io.github.stagerecorder.settings.FrameRate;
import java.nio.file.Path;

/**
 * What is recorded into a file, and how. Immutable.
 *
 * @param path the file; null if only a replay is kept, or the description ends in its own sink
 * @param widthPx the width of the file's pictures
 * @param heightPx the height of the file's pictures
 */
public record FileFacts(Path path, int widthPx, int heightPx, FrameRate rate, Counts.Description description) {
    /** Returns one line for a log. */
    @Override
    public String toString() {
        return name(path) + ": " + widthPx + "x" + heightPx + " at " + rate
                + " fps, " + description.encoder() + ", " + description.readStrategy() + ", "
                + description.conversion();
    }

    /** Returns a file's name for a log, behind a verb; the path is null if there is no file. */
    public static String name(Path path) {
        return path == null ? "without a file" : path.toString();
    }
}
