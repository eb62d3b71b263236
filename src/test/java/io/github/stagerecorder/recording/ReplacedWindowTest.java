package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.ResizePolicy;
import io.github.stagerecorder.media.DecodedVideo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A toolkit destroys the window and its GLX context, and makes both anew: the recording goes on. */
@Timeout(120)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "WGL does not tell that a context is gone")
class ReplacedWindowTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"CLIENT, SCALE", "CLIENT, NEW_FILE", "MAPPED, SCALE", "MAPPED, NEW_FILE"})
    void shouldGoOnInTheNewWindow(String strategy, ResizePolicy policy) throws IOException, InterruptedException {
        String log = run(strategy, policy);
        assertTrue(log.contains(2 * ReplacedWindow.FRAMES + " taken"), log);
        List<Integer> numbers = new ArrayList<>(numbers("stage.mkv"));
        if (policy == ResizePolicy.NEW_FILE) {
            numbers.addAll(numbers("stage-2.mkv"));
        }
        assertTrue(numbers.size() >= 2 * ReplacedWindow.FRAMES - 2, log); // but for the reads that were under way
        List<Integer> ofTheSecond =
                numbers.stream().filter(n -> n >= ReplacedWindow.FRAMES).toList();
        assertEquals(ReplacedWindow.FRAMES, ofTheSecond.size(), log);
    }

    private List<Integer> numbers(String file) {
        return DecodedVideo.of(folder.resolve(file)).frameNumbers();
    }

    private String run(String strategy, ResizePolicy policy) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        try (VirtualScreen screen = new VirtualScreen()) {
            ProcessBuilder java = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    ReplacedWindow.class.getName(),
                    folder.resolve("stage.mkv").toString(),
                    strategy,
                    policy.name());
            java.environment().put("DISPLAY", screen.display());
            java.environment().remove("WAYLAND_DISPLAY");
            Process program =
                    java.redirectErrorStream(true).redirectOutput(log.toFile()).start();
            boolean ended = program.waitFor(50, TimeUnit.SECONDS);
            program.destroyForcibly();
            assertTrue(ended && program.waitFor() == 0, Files.readString(log));
        }
        return Files.readString(log);
    }
}
