package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.RgbPicture;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exactly the requested rectangle of a larger framebuffer is recorded. */
@Timeout(60)
class RegionTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"0, 0", "37, 91", "240, 180"})
    void shouldRecordThatRectangleWhenARegionIsGiven(int xPx, int yPx) {
        Path file = folder.resolve("stage.mkv");
        RgbPicture drawn;
        try (RecordedStage stage = new RecordedStage(
                new OffscreenSurface(400, 300),
                RecordedStage.everyFrame(file)
                        .pipeline("avenc_ffv1 ! matroskamux")
                        .tuning(t -> t.pixelFormat("BGRx"))
                        .corner(xPx, yPx)
                        .size(160, 120))) {
            stage.record(2);
            drawn = GlPicture.read(xPx, yPx, 160, 120);
        }
        assertEquals(drawn, DecodedVideo.of(file).rgb(1));
    }
}
