package io.github.stagerecorder.agent;

import io.github.stagerecorder.media.RgbPicture;
import io.github.stagerecorder.recording.VirtualScreen;
import java.io.IOException;
import java.nio.ByteBuffer;

/** What an X screen shows. */
final class Screenshot {
    private static final int WIDTH_PX = 1280; // of a VirtualScreen
    private static final int HEIGHT_PX = 1024;
    private static final int STEP_PX = 7;
    private static final int TOLERANCE = 40; // of an edge, which 4:2:0 blurs
    private static final double MOST_DIFFERENT = 0.02;

    private final RgbPicture picture;

    private Screenshot(RgbPicture picture) {
        this.picture = picture;
    }

    static Screenshot of(VirtualScreen screen) throws IOException {
        Process ffmpeg = new ProcessBuilder(
                        "ffmpeg",
                        "-nostdin",
                        "-v",
                        "error",
                        "-f",
                        "x11grab",
                        "-video_size",
                        WIDTH_PX + "x" + HEIGHT_PX,
                        "-i",
                        screen.display(),
                        "-frames:v",
                        "1",
                        "-f",
                        "rawvideo",
                        "-pix_fmt",
                        "rgb24",
                        "-")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        byte[] pixels = ffmpeg.getInputStream().readAllBytes();
        return new Screenshot(new RgbPicture(WIDTH_PX, HEIGHT_PX, ByteBuffer.wrap(pixels)));
    }

    RgbPicture picture() {
        return picture;
    }

    /** Returns whether a part of the screen shows the other picture, which must not be of one colour. */
    boolean contains(RgbPicture other) {
        for (int yPx = 0; yPx <= HEIGHT_PX - other.heightPx(); yPx++) {
            for (int xPx = 0; xPx <= WIDTH_PX - other.widthPx(); xPx++) {
                if (isAt(other, xPx, yPx)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isAt(RgbPicture other, int leftPx, int topPx) {
        int most = (int) (MOST_DIFFERENT * other.widthPx() * other.heightPx() / STEP_PX / STEP_PX);
        int different = 0;
        for (int yPx = 0; yPx < other.heightPx() && different <= most; yPx += STEP_PX) {
            for (int xPx = 0; xPx < other.widthPx(); xPx += STEP_PX) {
                int shown = picture.at(leftPx + xPx, topPx + yPx);
                different += RgbPicture.difference(shown, other.at(xPx, yPx)) > TOLERANCE ? 1 : 0;
            }
        }
        return different <= most;
    }
}
