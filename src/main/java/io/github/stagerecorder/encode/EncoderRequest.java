package io.github.stagerecorder.encode;

import io.github.stagerecorder.file.OutputTarget;
import io.github.stagerecorder.settings.EncoderOptions;
import io.github.stagerecorder.settings.FrameRate;
import java.nio.file.Path;

/**
 * Describes the video to encode and the place of the result. Immutable.
 *
 * @param options the user's options
 * @param output the file; null if the description ends in its own sink
 * @param overwrite whether an existing file may be replaced
 * @param rate the file's frame rate
 * @param widthPx the width of the stage at the start, and of the file, except for padding
 * @param heightPx the height of the stage at the start, and of the file, except for padding
 * @param mostRetained how many frames a preset's encoder may keep within the memory budget
 * @param realTime whether time passes without a capture, so that the newest picture lasts until the end
 * @param closeTimeoutNs the deadline of each wait at the end
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

    /** Returns the file name whose extension selects the preset; one without an extension for a stream alone. */
    public String presetName() {
        if (output != null) {
            return output.getFileName().toString();
        }
        return options.stream() != null
                ? "a stream by " + options.stream().address().protocol().word()
                : "replay." + options.replay().extension();
    }

    /** Returns whether nothing is written, kept or sent, unless the description has a sink of its own. */
    public boolean isWithoutResult() {
        return output == null && options.replay() == null && options.stream() == null;
    }

    /** Returns where the file is written; null if the description ends in its own sink. */
    public OutputTarget target() {
        return output == null ? null : new OutputTarget(output, overwrite);
    }
}
