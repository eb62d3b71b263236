package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.PixelLayout;
import io.github.stagerecorder.media.Psnr;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At its default quality, each preset shows 720p as it was drawn. */
@Timeout(60)
class PresetQualityTest {
    private static final int WIDTH_PX = 1280;
    private static final int HEIGHT_PX = 720;
    private static final int FRAMES = 45;
    private static final double LEAST_DECIBELS = 35;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"OGG, BT601", "OGV, BT601", "WEBM, BT601", "MKV, BT709", "MP4, BT709", "MOV, BT709"})
    void shouldBeNearTheStageWhenDecoded(Container container, ColourMatrix matrix) {
        Path file = container.fileIn(folder);
        RecordedStage.record(WIDTH_PX, HEIGHT_PX, FRAMES, RecordedStage.everyFrame(file));
        List<Double> decibels = decibels(DecodedVideo.of(file), matrix);
        double mean =
                decibels.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        assertTrue(decibels.size() == FRAMES && mean >= LEAST_DECIBELS, mean + " dB: " + decibels);
    }

    /** Returns the PSNR of the luma of each picture. */
    private static List<Double> decibels(DecodedVideo video, ColourMatrix matrix) {
        List<Double> decibels = new ArrayList<>();
        try (ReferenceStage stage = new ReferenceStage(WIDTH_PX, HEIGHT_PX)) {
            video.forEach(
                    PixelLayout.LUMA,
                    (index, luma) -> decibels.add(Psnr.decibels(matrix.luma(stage.frame(index)), luma)));
        }
        return decibels;
    }
}
