package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.Ffprobe;
import io.github.stagerecorder.settings.PixelFormat;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that make no sense are refused, each with the number in the message. */
class BadSizeTest extends OnStage {

    @ParameterizedTest
    @CsvSource({"0,240", "320,0", "-1,240", "320,-7"})
    void shouldRefuseASizeThatIsNoRectangle(int widthPx, int heightPx) {
        RecorderBuilder builder = recorderTo("stage.ogg");
        var refusal = assertThrows(IllegalArgumentException.class, () -> builder.size(widthPx, heightPx));
        assertTrue(refusal.getMessage().contains(widthPx + "x" + heightPx), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x264enc ! mp4mux", "vp8enc ! webmmux", "jpegenc ! qtmux"})
    void shouldRefuseASizeBelowWhatTheDescriptionTakes(String description) {
        RecorderBuilder builder = recorderTo("stage.mkv").pipeline(description).size(8, 8);
        assertRefused(builder, "8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage.mp4", "stage.webm"})
    void shouldRefuseASizeThatNoEncoderOfThePresetTakes(String name) {
        assertRefused(recorderTo(name).size(8, 8), "8");
    }

    @Test
    void shouldRecordTheSmallestSizeWhereTheMuxerTakesIt() {
        try (StageRecorder recorder = recorderTo("stage.mkv").size(8, 8).start()) {
            record(recorder, 3);
        }
        Ffprobe file = DecodedVideo.of(folder.resolve("stage.mkv")).info();
        assertEquals("8x8", file.widthPx() + "x" + file.heightPx());
    }

    private static void assertRefused(RecorderBuilder builder, String number) {
        RecordingException refusal = assertThrows(RecordingException.class, builder::start);
        assertEquals(FailureKind.ENCODER, refusal.kind());
        assertTrue(refusal.getMessage().contains(number), refusal.getMessage());
    }

    @Test
    void shouldRefuseASizeAboveTheDriversLimit() {
        RecorderBuilder builder = recorderTo("stage.ogg").size(1_000_000, 16);
        var refusal = assertThrows(IllegalArgumentException.class, builder::start);
        assertTrue(refusal.getMessage().contains("driver's limit"), refusal.getMessage());
    }

    @Test
    void shouldRefuseARegionBeyondTheFramebuffer() {
        RecorderBuilder builder = recorderTo("stage.ogg").corner(1, 0);
        var refusal = assertThrows(IllegalArgumentException.class, builder::start);
        assertTrue(refusal.getMessage().contains("beyond the read framebuffer"), refusal.getMessage());
    }

    @Test
    void shouldRefuseANegativeRegion() {
        RecorderBuilder builder = recorderTo("stage.ogg");
        assertThrows(IllegalArgumentException.class, () -> builder.corner(-1, 0));
    }

    @ParameterizedTest
    @CsvSource({"0,1", "-30,1", "30,0", "2147483647,2147483646"})
    void shouldRefuseAnInvalidFrameRate(int numerator, int denominator) {
        RecorderBuilder builder = recorderTo("stage.ogg");
        assertThrows(IllegalArgumentException.class, () -> builder.frameRate(numerator, denominator));
    }

    @Test
    void shouldRefuseABudgetTooSmallForTheLeastPoolWithBothNumbers() {
        long frameBytes = 4L * WIDTH_PX * HEIGHT_PX;
        RecorderBuilder builder = recorderTo("stage.ogg").memoryBudget(frameBytes);
        var refusal = assertThrows(IllegalArgumentException.class, builder::start);
        assertTrue(refusal.getMessage().contains(Long.toString(frameBytes)), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("2 slots"), refusal.getMessage());
    }

    @Test
    void shouldGoOnAtTheOldSizeWhenTheBudgetDoesNotAllowForTheNewOne() {
        long frameBytes = Picture.asRead(WIDTH_PX, HEIGHT_PX, PixelFormat.RGBX).slotBytes();
        surface.resize(4 * WIDTH_PX, 4 * HEIGHT_PX);
        StageRecorder recorder =
                recorderTo("stage.mkv").memoryBudget(4 * frameBytes).start();
        assertThrows(IllegalArgumentException.class, () -> recorder.resize(4 * WIDTH_PX, 4 * HEIGHT_PX));
        record(recorder, 3);
        assertThrows(IllegalArgumentException.class, () -> recorder.resize(4 * WIDTH_PX, 4 * HEIGHT_PX));
        recorder.close();
        assertEquals(3, recorder.stats().delivered());
    }

    @Test
    void shouldRefuseAnOutputWithoutAName() {
        assertThrows(IllegalArgumentException.class, () -> StageRecorder.builder(Path.of("/")));
    }

    @Test
    void shouldRefuseDurationsThatAreNotPositiveOrAbsurd() {
        RecorderBuilder builder = recorderTo("stage.ogg");
        assertThrows(IllegalArgumentException.class, () -> builder.stallTimeout(Duration.ofDays(200_000)));
        assertThrows(IllegalArgumentException.class, () -> builder.stallTimeout(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> builder.closeTimeout(Duration.ofMillis(-1)));
    }
}
