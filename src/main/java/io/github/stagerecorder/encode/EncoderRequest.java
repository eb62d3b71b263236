package io.github.stagerecorder.encode;

import io.github.stagerecorder.settings.EncoderOptions;
import io.github.stagerecorder.settings.FrameRate;
import java.nio.file.Path;

/**
 * What is to be encoded, and where to. Immutable.
 *
 * @param options what the user wants
 * @param output the file; null for a description that brings its own sink
 * @param overwrite whether an existing file may be replaced
 * @param rate of the file
 * @param widthPx of the stage at the start, and so of the file, but for padding
 * @param heightPx as the width
 * @param mostRetained how many frames a preset's encoder may keep, for the sake of the memory budget
 * @param realTime whether time passes without a capture, so that the newest picture lasts until the end
 * @param closeTimeoutNs for each wait at the end
 */
public record EncoderRequest(
        EncoderOptions options,
        Path output,
        boolean overwrite,
        FrameRate rate,
        int widthPx,
        int heightPx,
        int mostRetained,
        boolean realTime,
        long closeTimeoutNs) {

    /** Where the file is to be; null for a description that brings its own sink. */
    public OutputTarget target() {
        return output == null ? null : new OutputTarget(output.toAbsolutePath(), overwrite);
    }
}
