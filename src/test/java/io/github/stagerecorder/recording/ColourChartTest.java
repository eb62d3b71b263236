package io.github.stagerecorder.recording;

import io.github.stagerecorder.media.DecodedVideo;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A chart decoded as players decode it, with the file's own matrix or with BT.601 if it declares none, has its original
 * colours.
 */
@Timeout(60)
class ColourChartTest {
    /**
     * The tolerance in each channel, after 8-bit limited-range YUV and a lossy codec. A wrong matrix is off by 20 or
     * more.
     */
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
