package io.github.stagerecorder.encode;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.stagerecorder.frame.FrameRate;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.PixelFormat;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every encoder of every preset opens where it is installed, not only the first. */
class PresetsTest {
    private static final Picture STAGE = Picture.asRead(322, 242, PixelFormat.BGRX);

    @TempDir
    Path folder;

    static Stream<Arguments> everyPresetAtEveryQuality() {
        return Stream.of("ogg", "ogv", "webm", "mkv", "mp4", "mov")
                .flatMap(extension -> Presets.forName("stage." + extension).stream()
                        .flatMap(preset -> IntStream.range(0, 3)
                                .mapToObj(quality -> Arguments.of(extension, preset.encoder(), preset, quality))));
    }

    @ParameterizedTest(name = "{0} by {1}, quality {3}")
    @MethodSource("everyPresetAtEveryQuality")
    void shouldOpen(String extension, String encoder, Preset preset, int quality) {
        FrameRate rate = new FrameRate(30, 1);
        EncoderSettings blank = new EncoderSettings(
                null, false, null, null, null, quality, rate, 100, false, 10_000_000_000L);
        EncoderSettings settings = new EncoderSettings(folder.resolve("stage." + extension), false,
                preset.describe(STAGE, blank), null, null, quality, rate, 100, false, 10_000_000_000L);
        EncoderPlan plan = assertDoesNotThrow(() -> Planner.plan(settings, STAGE));
        assertEquals(encoder, plan.encoderNames());
        assertEquals("I420", plan.conversion().format());
    }

    @Test
    void shouldTellExtensionsByTheirLastDotWhateverTheCase() {
        assertEquals("vp8enc", Presets.forName("a.mp4.WebM").get(0).encoder());
        assertThrows(IllegalArgumentException.class, () -> Presets.forName("mp4"));
        assertThrows(IllegalArgumentException.class, () -> Presets.forName("stage.avi"));
    }
}
