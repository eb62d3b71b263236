package io.github.stagerecorder.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.ChildJvm;
import io.github.stagerecorder.media.DecodedPicture;
import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.recording.VirtualScreen;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The demo's window records by its keys, which an X server sends as if a user had pressed them. */
@Timeout(120)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "an X server presses the keys")
class ClipsTest {
    @TempDir
    Path folder;

    @Test
    void shouldRecordTwiceAndTakeASnapshotAndAReplayByKeys() throws Exception {
        try (VirtualScreen screen = new VirtualScreen()) {
            Process demo = start(screen);
            try (Keyboard keyboard = new Keyboard(screen.display());
                    BufferedReader output = demo.inputReader()) {
                ChildJvm.awaitLine(output, "F9 starts");
                keyboard.point(100, 100);
                Path first = record(keyboard, output);
                keyboard.pressF(10);
                Path snapshot = fileOf(ChildJvm.awaitLine(output, "snapshot "), "snapshot ");
                keyboard.pressF(9);
                ChildJvm.awaitLine(output, "recording ");
                Thread.sleep(500);
                keyboard.pressF(11);
                ChildJvm.awaitLine(output, "replay ");
                keyboard.pressF(9);
                Path second = fileOf(ChildJvm.awaitLine(output, "recorded COMPLETE "), "recorded COMPLETE ");
                assertPlays(first);
                assertPlays(second);
                assertEquals(320, DecodedPicture.of(snapshot, 320, 240).widthPx());
                assertEquals(4, folder.resolve("clips").toFile().list().length);
            } finally {
                demo.destroy();
                assertTrue(demo.waitFor(30, TimeUnit.SECONDS));
            }
        }
    }

    private Process start(VirtualScreen screen) throws IOException {
        ProcessBuilder demo =
                ChildJvm.of(Demo.class, "--clips", folder.resolve("clips").toString(), "--size", "320x240", "--sound");
        demo.environment().put("DISPLAY", screen.display());
        demo.environment().remove("WAYLAND_DISPLAY");
        return demo.start();
    }

    private static Path record(Keyboard keyboard, BufferedReader output) throws Exception {
        keyboard.pressF(9);
        ChildJvm.awaitLine(output, "recording ");
        Thread.sleep(500);
        keyboard.pressF(9);
        return fileOf(ChildJvm.awaitLine(output, "recorded COMPLETE "), "recorded COMPLETE ");
    }

    private static Path fileOf(String line, String start) {
        return Path.of(line.substring(start.length()));
    }

    private static void assertPlays(Path file) {
        List<Integer> numbers = DecodedVideo.of(file).frameNumbers();
        assertTrue(numbers.size() >= 5, numbers::toString);
        for (int i = 1; i < numbers.size(); i++) {
            assertTrue(numbers.get(i) > numbers.get(i - 1), numbers::toString);
        }
    }
}
