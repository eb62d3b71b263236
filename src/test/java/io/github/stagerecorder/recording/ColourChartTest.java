package io.github.stagerecorder.recording;

import io.github.stagerecorder.media.DecodedVideo;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Decoded as players do, by the file's own matrix or BT.601 where it tells none, a chart has the colours it had. */
@Timeout(60)
class ColourChartTest {
    /** In each channel, after 8-bit limited-range YUV and a lossy codec. A wrong matrix is off by 20 and more. */
    private static final int TOLERANCE = 6;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void shouldKeepItsColoursAtTheLargestSizeOfStandardDefinition(Container container) {
        assertChart(container, 720, 576);
    }

    @ParameterizedTest
    @EnumSource
    void shouldKeepItsColoursWhenASmallSizeIsOdd(Container container) {
        assertChart(container, 321, 241);
    }

    @ParameterizedTest
    @EnumSource
    void shouldKeepItsColoursAtHighDefinition(Container container) {
        assertChart(container, 1280, 720);
    }

    @ParameterizedTest
    @EnumSource
    void shouldKeepItsColoursWhenTheSmallestSizeOfHighDefinitionIsOdd(Container container) {
        assertChart(container, 721, 577);
    }

    private void assertChart(Container container, int widthPx, int heightPx) {
        Path file = container.fileIn(folder);
        ColourChart.record(widthPx, heightPx, 1, file);
        ColourChart.assertShown(DecodedVideo.of(file).rgb(0), widthPx, heightPx, TOLERANCE);
    }
}
