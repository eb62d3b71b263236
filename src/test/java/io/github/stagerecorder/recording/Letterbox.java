package io.github.stagerecorder.recording;

import io.github.stagerecorder.demo.FrameNumber;
import java.nio.ByteBuffer;

/** Where a stage of one shape lies in a file of another: as large as possible, and in the middle. */
record Letterbox(int fileWidthPx, int leftPx, int topPx, int widthPx, int heightPx) {
    static Letterbox of(int fileWidthPx, int fileHeightPx, int stageWidthPx, int stageHeightPx) {
        double scale = Math.min((double) fileWidthPx / stageWidthPx, (double) fileHeightPx / stageHeightPx);
        int widthPx = (int) Math.round(scale * stageWidthPx);
        int heightPx = (int) Math.round(scale * stageHeightPx);
        return new Letterbox(
                fileWidthPx, (fileWidthPx - widthPx) / 2, (fileHeightPx - heightPx) / 2, widthPx, heightPx);
    }

    /** The number of the frame that lies here, or -1. */
    int frameNumber(ByteBuffer luma) {
        return FrameNumber.decode(luma.position(topPx * fileWidthPx + leftPx), widthPx, heightPx, fileWidthPx);
    }
}
