package io.github.stagerecorder.recording;

import io.github.stagerecorder.media.DecodedVideo;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each corner of the decoded picture has the colour that was drawn there, neither mirrored nor upside down. */
@Timeout(60)
class UprightColoursTest {
    /** The tolerance in each channel, after 8-bit limited-range YUV and a lossy codec. */
    private static final int TOLERANCE = 5;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void shouldShowEachCornersColourWhenTheStageIsSmall(Container container) {
        assertCorners(container, 320, 240);
    }

    @ParameterizedTest
    @EnumSource
    void shouldShowEachCornersColourWhenTheStageIsHighDefinition(Container container) {
        assertCorners(container, 1280, 720);
    }

    @ParameterizedTest
    @EnumSource
    void shouldShowEachCornersColourWhenTheSizeIsOdd(Container container) {
        assertCorners(container, 319, 241);
    }

    private void assertCorners(Container container, int widthPx, int heightPx) {
        Path file = container.fileIn(folder);
        RecordedStage.record(widthPx, heightPx, 2, RecordedStage.everyFrame(file));
        Corners.assertShownIn(DecodedVideo.of(file).rgb(1), 0, 0, widthPx, heightPx, TOLERANCE);
    }
}
