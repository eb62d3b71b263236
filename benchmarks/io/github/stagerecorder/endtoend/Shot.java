package io.github.stagerecorder.endtoend;

import java.nio.file.Path;

/**
 * One recording that every way is asked for.
 *
 * @param fps the file's rate, and the pace where there is one
 * @param paced whether the frames come at that rate and may be dropped, or as fast as possible and all count
 */
record Shot(int widthPx, int heightPx, int fps, boolean paced, int frames, Path file) {
    /** Frames of 8-bit RGBA, of which a queue may hold as many as we do by default. */
    static final int QUEUED_FRAMES = 5;

    int strideBytes() {
        return 4 * widthPx;
    }

    int frameBytes() {
        return strideBytes() * heightPx;
    }

    String sizeText() {
        return widthPx + "x" + heightPx;
    }

    /** Frames at the beginning that are not measured. */
    int warmUpFrames() {
        return frames / 6;
    }
}
