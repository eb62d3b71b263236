package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.stagerecorder.Convert;
import io.github.stagerecorder.DescribedPath;
import io.github.stagerecorder.Flip;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.RgbPicture;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Through lossless RGB encoders, every pixel is what GL reads, whether rows are flipped or the format changes. */
@Timeout(60)
class LosslessPipelineTest {
    private static final int WIDTH_PX = 322;
    private static final int HEIGHT_PX = 241;
    private static final String LOSSLESS = "capsfilter caps=video/x-raw,format=BGRx ! avenc_ffv1 ! matroskamux";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"BGRx", "RGBx"})
    void shouldKeepEveryPixelWhenThePipelineIsGivenTheStagesOwnFormat(String format) {
        Path file = folder.resolve("stage.mkv");
        RgbPicture drawn = record(RecordedStage.everyFrame(file)
                .pipeline("videoconvert ! " + LOSSLESS)
                .tuning(t -> t.pixelFormat(format)));
        assertEquals(drawn, DecodedVideo.of(file).rgb(1));
    }

    @ParameterizedTest
    @CsvSource({
        "BGRx, AUTO, AUTO",
        "RGBx, AUTO, AUTO",
        "BGRx, AUTO, DRIVER",
        "RGBx, AUTO, DRIVER",
        "BGRx, AUTO, BLIT",
        "RGBx, AUTO, BLIT",
        "BGRx, VIDEOFLIP, AUTO",
        "RGBx, VIDEOFLIP, AUTO"
    })
    void shouldKeepEveryPixelWhenThePipelineTakesOnlyTheStagesOwnFormat(String format, Convert convert, Flip flip) {
        Path file = folder.resolve("stage.mkv");
        RgbPicture drawn = record(RecordedStage.everyFrame(file)
                .tuning(t -> t.convert(convert).flip(flip))
                .pipeline("capsfilter caps=video/x-raw,format=" + format + " ! videoconvert ! " + LOSSLESS));
        assertEquals(drawn, DecodedVideo.of(file).rgb(1));
    }

    @Test
    void shouldKeepEveryPixelWhenThePipelineTakesRgbOnlyAndBringsItsSink() {
        RgbPicture drawn = record(StageRecorder.builder()
                .timing(Timing.FRAME_BY_FRAME)
                .pipeline("pngenc ! multifilesink location=" + DescribedPath.of(folder.resolve("frame%d.png"))));
        assertEquals(drawn, DecodedVideo.of(folder.resolve("frame1.png")).rgb(0));
    }

    /** Records two frames and returns the second as it was drawn. */
    private static RgbPicture record(RecorderBuilder options) {
        try (RecordedStage stage = new RecordedStage(WIDTH_PX, HEIGHT_PX, options)) {
            stage.record(2);
            return GlPicture.read(0, 0, WIDTH_PX, HEIGHT_PX);
        }
    }
}
