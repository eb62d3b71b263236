package io.github.stagerecorder.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.Convert;
import io.github.stagerecorder.Quality;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.settings.EncoderOptions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every encoder of every preset opens where it is installed, not only the first one. */
class PresetsTest {
    @TempDir
    Path folder;

    static Stream<Arguments> everyPresetAtEveryQuality() {
        return Stream.of("ogg", "ogv", "webm", "mkv", "mp4", "mov")
                .flatMap(extension -> Presets.forName("stage." + extension).stream()
                        .flatMap(preset -> Stream.of(Quality.values())
                                .map(quality ->
                                        Arguments.of(extension, preset.video().factory(), preset, quality))));
    }

    @ParameterizedTest(name = "{0} by {1}, quality {3}")
    @MethodSource("everyPresetAtEveryQuality")
    void shouldOpen(String extension, String encoder, Preset preset, Quality quality) {
        chosen(extension, preset, quality, 100).ifPresent(chosen -> {
            assertEquals(encoder, chosen.encoderNames());
            assertEquals("I420", chosen.input().name());
        });
    }

    @ParameterizedTest(name = "{0} by {1}, quality {3}")
    @MethodSource("everyPresetAtEveryQuality")
    void shouldKeepNoMoreThanVideorateDoesWhenThereIsNoRoom(
            String extension, String encoder, Preset preset, Quality quality) {
        chosen(extension, preset, quality, 0)
                .ifPresent(chosen -> assertEquals(chosen.constantRate() ? 1 : 0, chosen.retained()));
    }

    /** Empty for the one encoder that may be refused: the avenc_mpeg4 of GStreamer 1.22 gives no times. */
    private Optional<ChosenEncoder> chosen(String extension, Preset preset, Quality quality, int mostRetained) {
        Path file = folder.resolve("stage." + extension);
        String description =
                preset.describe(request(file, null, quality, mostRetained)).get(0);
        try {
            return Optional.of(Requests.chosen(request(file, description, quality, mostRetained)));
        } catch (RecordingException e) {
            assertEquals("avenc_mpeg4", preset.video().factory(), e.getMessage());
            assertTrue(e.getMessage().endsWith("all its frames have the same time"), e.getMessage());
            return Optional.empty();
        }
    }

    private static EncoderRequest request(Path file, String description, Quality quality, int mostRetained) {
        EncoderOptions options = new EncoderOptions(description, quality, null, Convert.AUTO, false, null, null, null);
        return Requests.of(options, file, 322, 242, mostRetained);
    }

    @Test
    void shouldTellExtensionsByTheirLastDotWhateverTheCase() {
        assertEquals("vp8enc", Presets.forName("a.mp4.WebM").get(0).video().factory());
        assertThrows(IllegalArgumentException.class, () -> Presets.forName("mp4"));
        assertThrows(IllegalArgumentException.class, () -> Presets.forName("stage.avi"));
    }
}
