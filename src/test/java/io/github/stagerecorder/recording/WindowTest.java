package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.BoundFramebuffer;
import io.github.stagerecorder.media.DecodedVideo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Captures a GLFW window's back buffer before the swap. */
@Timeout(60)
class WindowTest {
    @TempDir
    static Path folder;

    private static DecodedVideo video;

    @BeforeAll
    static void recordAWindow() throws IOException, InterruptedException {
        video = record(BoundFramebuffer.READ);
    }

    private static DecodedVideo record(BoundFramebuffer framebuffer) throws IOException, InterruptedException {
        Path file = folder.resolve(framebuffer + ".mp4");
        Path log = folder.resolve(framebuffer + ".log");
        try (VirtualScreen screen = new VirtualScreen()) {
            Process program = start(screen, file, framebuffer, log);
            boolean ended = program.waitFor(50, TimeUnit.SECONDS);
            program.destroyForcibly();
            assertTrue(ended && program.exitValue() == 0, () -> readString(log));
        }
        return DecodedVideo.of(file);
    }

    private static Process start(VirtualScreen screen, Path file, BoundFramebuffer framebuffer, Path log)
            throws IOException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                WindowRecording.class.getName(),
                file.toString(),
                framebuffer.name());
        java.environment().put("DISPLAY", screen.display());
        java.environment().remove("WAYLAND_DISPLAY");
        return java.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    private static String readString(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void shouldHoldEveryFrameInOrderWhenAWindowIsRecorded() {
        assertEquals(IntStream.range(0, WindowRecording.FRAMES).boxed().toList(), video.frameNumbers());
    }

    @Test
    void shouldRecordTheWindowWhenAnotherFramebufferIsBound() throws IOException, InterruptedException {
        List<Integer> all = IntStream.range(0, WindowRecording.FRAMES).boxed().toList();
        assertEquals(all, record(BoundFramebuffer.WINDOW).frameNumbers());
        assertEquals(all, record(BoundFramebuffer.DRAW).frameNumbers());
    }

    @Test
    void shouldBeUprightAndOfItsColoursWhenAWindowIsRecorded() {
        Corners.assertShown(video.rgb(0), 5);
    }
}
