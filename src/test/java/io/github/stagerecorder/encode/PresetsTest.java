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
        EncoderPlan plan = assertDoesNotThrow(() -> plan(extension, preset, quality, 100));
        assertEquals(encoder, plan.encoderNames());
        assertEquals("I420", plan.binFormat());
    }

    @ParameterizedTest(name = "{0} by {1}, quality {3}")
    @MethodSource("everyPresetAtEveryQuality")
    void shouldKeepNoMoreThanVideorateDoesWhenThereIsNoRoom(
            String extension, String encoder, Preset preset, int quality) {
        EncoderPlan plan = plan(extension, preset, quality, 0);
        assertEquals(plan.constantRate() ? 1 : 0, plan.retained());
    }

    private EncoderPlan plan(String extension, Preset preset, int quality, int mostRetained) {
        Path file = folder.resolve("stage." + extension);
        return Planner.plan(
                settings(
                        file,
                        preset.describe(STAGE, settings(file, null, quality, mostRetained)),
                        quality,
                        mostRetained),
                STAGE);
    }

    private static EncoderSettings settings(Path file, String description, int quality, int mostRetained) {
        return new EncoderSettings(
                file,
                false,
                description,
                null,
                null,
                quality,
                new FrameRate(30, 1),
                mostRetained,
                false,
                10_000_000_000L);
    }

    @Test
    void shouldTellExtensionsByTheirLastDotWhateverTheCase() {
        assertEquals("vp8enc", Presets.forName("a.mp4.WebM").get(0).encoder());
        assertThrows(IllegalArgumentException.class, () -> Presets.forName("mp4"));
        assertThrows(IllegalArgumentException.class, () -> Presets.forName("stage.avi"));
    }
}
