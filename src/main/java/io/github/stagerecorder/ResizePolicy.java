package io.github.stagerecorder;

/**
 * What happens to the file when the stage changes its size. The file itself never changes its size, because MP4,
 * Matroska and Ogg do not survive it.
 */
public enum ResizePolicy {
    /** The file keeps its size. The picture is scaled to fit, with borders where the aspect ratio differs. */
    SCALE,
    /**
     * Each size gets its own file: {@code stage.mp4}, {@code stage-2.mp4}, {@code stage-3.mp4}. A file begins at time 0
     * with the first capture at its size, and the previous file is completed in the background. A size at which nothing
     * is captured therefore makes no file, and if the stage returns to the current file's size before the next capture,
     * the current file continues. Without {@code overwrite(true)}, numbers whose files exist are skipped.
     *
     * <p>The capture that begins a file is slow. Opening the encoder takes about 10 to 80 ms; at a new size the encoder
     * is tried first, which takes up to 200 ms in all (x264 up to 1080p, two busy cores). The capture waits for the
     * reads that the GPU has begun, but not for the old file. All files share the memory budget, and at most four are
     * completed at a time: while there is no room for another, captures are dropped, or wait under
     * {@link WhenBehind#WAIT}.
     *
     * <p>Captures at a size that no encoder accepts are skipped ({@link SkippedCaptures#size}), and the log tells why.
     * If one file fails, captures return {@link CaptureResult#FAILED} until the stage has another size; the other files
     * are not affected.
     *
     * <p>A {@link RecordingSwitch} does not wait for any of that. It ends the recording, and begins another one.
     */
    NEW_FILE
}
