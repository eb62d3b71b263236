package io.github.stagerecorder.encode;

import io.github.stagerecorder.frame.FrameRate;
import java.nio.file.Path;

/**
 * What the user asked for, as far as encoding goes. Immutable.
 *
 * @param output the file, or null for a description that brings its sink
 * @param overwrite whether an existing file may be replaced
 * @param description the user's, or null for the preset of the file's extension
 * @param pixelFormat what the bin is to be given, or null to ask it
 * @param way how it is to be given that, or null for the least work
 * @param quality of presets: 0 low, 1 medium, 2 high
 * @param mostRetained how many frames a preset's encoder may keep, for the sake of the memory budget
 * @param realTime whether time passes without a capture, so that the newest picture lasts until the end
 * @param closeTimeoutNs for each wait at the end, and for a trial
 */
public record EncoderSettings(
        Path output,
        boolean overwrite,
        String description,
        String pixelFormat,
        Way way,
        int quality,
        FrameRate rate,
        int mostRetained,
        boolean realTime,
        long closeTimeoutNs) {}
