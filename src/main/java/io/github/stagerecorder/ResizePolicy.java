package io.github.stagerecorder;

/** What becomes of the file when the stage changes its size. Renegotiating an encoder breaks MP4, Matroska and Ogg. */
public enum ResizePolicy {
    /** The file keeps its size, and the picture is scaled into it, with borders where the shape differs. */
    SCALE,
    /**
     * Each size has a file of its own: {@code stage.mp4}, {@code stage-2.mp4}, {@code stage-3.mp4}. A file begins, at
     * time 0, with the first capture at its size, and the one before is completed in the background; so sizes at
     * which nothing is captured make no files, and a stage that comes back to the file's size meanwhile goes on in it.
     * Without {@code overwrite(true)}, numbers whose files exist are passed over.
     *
     * <p>The capture that begins a file is a slow one: it opens the encoder, some 10 to 80 ms, and where the size is
     * new, tries it first, up to 200 ms in all (x264 up to 1080p, two busy cores). It waits for the reads that the GPU
     * has begun, and not for the old file. All files share the memory budget, and at most four are completed at a time:
     * while there is no room for another, captures are dropped, or wait where WAIT was chosen.
     *
     * <p>Captures at a size that no encoder takes are skipped ({@link Stats.Skips#size}); the log tells why. A file
     * that fails costs the others nothing: captures are FAILED until the stage has another size.
     */
    NEW_FILE
}
