package io.github.stagerecorder.endtoend;

import java.nio.file.Path;

/**
 * One recording that every way is asked to make.
 *
 * @param fps the file's frame rate, which is also the pace if the shot is paced
 * @param paced true if the frames come at that rate and may be dropped, false if they come as fast as possible and all
 *     of them count
 */
record Shot(int widthPx, int heightPx, int fps, boolean paced, int frames, Path file) {
    /** A queue may hold this many frames of 8-bit RGBA, as many as the recorder holds by default. */
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

    /** Returns the number of frames at the beginning that are not measured. */
    int warmUpFrames() {
        return frames / 6;
    }
}
