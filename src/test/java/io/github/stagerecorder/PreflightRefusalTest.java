package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.Preflight.Finding;
import io.github.stagerecorder.Preflight.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the preflight reports an error, the start is refused with the same message. */
class PreflightRefusalTest extends OnStage {
    private static final Map<String, Function<PreflightRefusalTest, RecorderBuilder>> REFUSED = Map.ofEntries(
            Map.entry("no such folder", test -> test.recorderTo("none/stage.ogg")),
            Map.entry("a file for a folder", test -> test.recorderTo("there.mp4/stage.ogg")),
            Map.entry("a file that is there", test -> test.recorderTo("there.mp4")),
            Map.entry(
                    "a folder for a file", test -> test.recorderTo("folder.mp4").overwrite(true)),
            Map.entry("an unknown extension", test -> test.recorderTo("stage.avi")),
            Map.entry("an unknown element", test -> test.recorderTo("stage.ogg").pipeline("nosuchenc ! oggmux")),
            Map.entry(
                    "a description that is none",
                    test -> test.recorderTo("stage.ogg").pipeline("theoraenc ! !")),
            Map.entry(
                    "an element that is not installed",
                    test -> test.recorderTo("stage.mp4").pipeline("vaapih264enc ! mp4mux")),
            Map.entry(
                    "a size that the preset does not take",
                    test -> test.recorderTo("stage.mp4").size(8, 8)),
            Map.entry(
                    "a size above the driver's limit",
                    test -> test.recorderTo("stage.ogg").size(1_000_000, 16)),
            Map.entry(
                    "a region beyond the framebuffer",
                    test -> test.recorderTo("stage.ogg").corner(1, 0)),
            Map.entry(
                    "a budget of less than two frames",
                    test -> test.recorderTo("stage.ogg").memoryBudget(1000)),
            Map.entry(
                    "a budget of less than the encoder keeps",
                    test -> test.recorderTo("stage.mkv")
                            .pipeline("x264enc ! matroskamux")
                            .memoryBudget(2_000_000)),
            Map.entry(
                    "a pixel format that the pipeline does not take",
                    test -> test.recorderTo("stage.ogg")
                            .pipeline("theoraenc ! oggmux")
                            .tuning(t -> t.pixelFormat("NV12"))),
            Map.entry(
                    "a conversion that cannot serve",
                    test -> test.recorderWith("capsfilter caps=video/x-raw,format=BGRx ! fakesink")
                            .tuning(t -> t.convert(Convert.KERNEL))),
            Map.entry(
                    "planes of tiles",
                    test -> test.recorderTo("stage.mp4").tiled(true).tuning(t -> t.convert(Convert.AS_READ))));

    static Stream<String> refused() {
        return REFUSED.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void shouldSayWhatTheStartSays(String what) throws Exception {
        Files.writeString(folder.resolve("there.mp4"), "an older recording");
        Files.createDirectory(folder.resolve("folder.mp4"));
        RecorderBuilder builder = REFUSED.get(what).apply(this);
        Preflight preflight = builder.preflight();
        assertFalse(preflight.canRecord());
        Finding first = errors(preflight).get(0);
        assertEquals(assertThrows(RuntimeException.class, builder::start).getMessage(), first.what());
        assertFalse(first.advice().isBlank());
        assertEquals(List.of("folder.mp4", "there.mp4"), namesInFolder());
    }

    @Test
    void shouldFindWhatIsBehindTheFirst() {
        Preflight preflight =
                recorderTo("none/stage.mp4").size(8, 8).corner(WIDTH_PX, 0).preflight();
        List<Finding> errors = errors(preflight);
        assertEquals(3, errors.size(), preflight::toString);
        assertTrue(errors.get(0).what().contains("beyond the read framebuffer"), preflight::toString);
        assertTrue(errors.get(1).what().contains("does not exist"), preflight::toString);
        assertTrue(errors.get(2).what().contains("no encoder"), preflight::toString);
        assertEquals(3, preflight.attempts().size());
        assertTrue(preflight.attempts().stream().noneMatch(attempt -> attempt.refusal() == null));
    }

    @Test
    void shouldNotTryAnEncoderOnWhatThereIsNoMemoryFor() {
        Preflight preflight = recorderTo("stage.mp4")
                .size(16_000, 16_000)
                .memoryBudget(1 << 20)
                .preflight();
        assertEquals(List.of(), preflight.attempts());
        assertEquals(-1, preflight.memory().poolBytes());
    }

    private static List<Finding> errors(Preflight preflight) {
        return preflight.findings().stream()
                .filter(finding -> finding.level() == Level.ERROR)
                .toList();
    }

    private List<String> namesInFolder() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
