package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.demo.CornerPatch;
import io.github.stagerecorder.media.RgbPicture;

/** Checks that the stage's four corner patches are in their places and have their colours. */
final class Corners {
    private Corners() {}

    /** Checks a picture that shows only the stage. */
    static void assertShown(RgbPicture picture, int tolerance) {
        assertShownIn(picture, 0, 0, picture.widthPx(), picture.heightPx(), tolerance);
    }

    /**
     * Checks the rectangle that the stage fills.
     *
     * @param tolerance the tolerance in each channel
     */
    static void assertShownIn(RgbPicture picture, int leftPx, int topPx, int widthPx, int heightPx, int tolerance) {
        for (CornerPatch corner : CornerPatch.values()) {
            int drawn = corner.red() << 16 | corner.green() << 8 | corner.blue();
            int decoded = picture.at(leftPx + corner.centreXPx(widthPx), topPx + corner.centreYPx(heightPx));
            assertTrue(
                    RgbPicture.difference(drawn, decoded) <= tolerance,
                    () -> String.format("%s: %06X was drawn, %06X decoded", corner, drawn, decoded));
        }
    }
}
