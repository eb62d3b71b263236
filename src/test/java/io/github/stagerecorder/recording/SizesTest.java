package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.stagerecorder.media.DecodedVideo;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Records sizes from tiny to 4K. The file has the stage's size, padded to even where the codec needs it, and is
 * readable.
 */
@Timeout(60)
class SizesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"OGG", "WEBM", "MP4", "MKV"})
    void shouldKeepTheSizeWhenItIsTiny(Container container) {
        assertSize(container, 64, 64, 64, 64, 10);
    }

    @ParameterizedTest
    @EnumSource(names = {"OGG", "WEBM"})
    void shouldKeepTheSizeWhenItIsOddAndTheCodecTakesThat(Container container) {
        assertSize(container, 641, 479, 641, 479, 5);
    }

    @ParameterizedTest
    @EnumSource(names = {"MP4", "MKV"})
    void shouldPadToEvenWhenTheCodecNeedsThat(Container container) {
        assertSize(container, 641, 479, 642, 480, 5);
    }

    @ParameterizedTest
    @EnumSource(names = {"OGG", "WEBM", "MP4", "MKV"})
    void shouldKeepTheSizeWhenItIsFullHighDefinition(Container container) {
        assertSize(container, 1920, 1080, 1920, 1080, 3);
    }

    @ParameterizedTest
    @EnumSource(names = {"OGG", "WEBM", "MP4", "MKV"})
    void shouldKeepTheSizeWhenItIsFourK(Container container) {
        assertSize(container, 3840, 2160, 3840, 2160, 2);
    }

    private void assertSize(
            Container container, int widthPx, int heightPx, int fileWidthPx, int fileHeightPx, int frames) {
        Path file = container.fileIn(folder);
        RecordedStage.record(widthPx, heightPx, frames, RecordedStage.everyFrame(file));
        DecodedVideo video = DecodedVideo.of(file);
        assertEquals(
                fileWidthPx + "x" + fileHeightPx,
                video.info().widthPx() + "x" + video.info().heightPx());
        assertEquals(IntStream.range(0, frames).boxed().toList(), video.frameNumbers());
    }
}
