package io.github.stagerecorder.recording;

import io.github.stagerecorder.demo.FrameNumber;
import java.nio.ByteBuffer;

/** The position of a stage in a file with another shape: as large as possible, and centred. */
record Letterbox(int fileWidthPx, int leftPx, int topPx, int widthPx, int heightPx) {
    static Letterbox of(int fileWidthPx, int fileHeightPx, int stageWidthPx, int stageHeightPx) {
        double scale = Math.min((double) fileWidthPx / stageWidthPx, (double) fileHeightPx / stageHeightPx);
        int widthPx = (int) Math.round(scale * stageWidthPx);
        int heightPx = (int) Math.round(scale * stageHeightPx);
        return new Letterbox(
                fileWidthPx, (fileWidthPx - widthPx) / 2, (fileHeightPx - heightPx) / 2, widthPx, heightPx);
    }

    /** Returns the number of the frame at this position, or -1. */
    int frameNumber(ByteBuffer luma) {
        return FrameNumber.decode(luma.position(topPx * fileWidthPx + leftPx), widthPx, heightPx, fileWidthPx);
    }
}
