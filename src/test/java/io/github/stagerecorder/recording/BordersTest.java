package io.github.stagerecorder.recording;

import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.RgbPicture;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A stage whose shape changes is shown whole, centred in the file's picture, with black borders. */
@Timeout(60)
class BordersTest {
    private static final int WIDTH_PX = 320;
    private static final int HEIGHT_PX = 240;

    /** The codec's ringing reaches this far from the picture's edge. */
    private static final int EDGE_PX = 8;

    /** The tolerance in each channel. Encoders are at their worst right after the whole picture has changed. */
    private static final int TOLERANCE = 16;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"MP4", "WEBM", "OGG"})
    void shouldLieAboveAndBelowWhenTheStageIsWider(Container container) {
        RgbPicture picture = lastPicture(container, 640, 240);
        assertBlack(picture, 0, 0, WIDTH_PX, 60 - EDGE_PX);
        assertBlack(picture, 0, 180 + EDGE_PX, WIDTH_PX, HEIGHT_PX);
        Corners.assertShownIn(picture, 0, 60, WIDTH_PX, 120, TOLERANCE);
    }

    @ParameterizedTest
    @EnumSource(names = {"MP4", "WEBM", "OGG"})
    void shouldLieOnBothSidesWhenTheStageIsTaller(Container container) {
        RgbPicture picture = lastPicture(container, 120, 180);
        assertBlack(picture, 0, 0, 80 - EDGE_PX, HEIGHT_PX);
        assertBlack(picture, 240 + EDGE_PX, 0, WIDTH_PX, HEIGHT_PX);
        Corners.assertShownIn(picture, 80, 0, 160, HEIGHT_PX, TOLERANCE);
    }

    /** Returns the last picture of a file whose stage changed its size after the first frame. */
    private RgbPicture lastPicture(Container container, int widthPx, int heightPx) {
        Path file = container.fileIn(folder);
        try (RecordedStage stage = new RecordedStage(WIDTH_PX, HEIGHT_PX, RecordedStage.everyFrame(file))) {
            stage.record(1);
            stage.resize(widthPx, heightPx);
            stage.record(3);
        }
        return DecodedVideo.of(file).rgb(3);
    }

    private static void assertBlack(RgbPicture picture, int leftPx, int topPx, int rightPx, int bottomPx) {
        for (int yPx = topPx; yPx < bottomPx; yPx++) {
            for (int xPx = leftPx; xPx < rightPx; xPx++) {
                int colour = picture.at(xPx, yPx);
                if (RgbPicture.difference(0, colour) > TOLERANCE) {
                    throw new AssertionError(String.format("%06X at %d,%d is not black", colour, xPx, yPx));
                }
            }
        }
    }
}
