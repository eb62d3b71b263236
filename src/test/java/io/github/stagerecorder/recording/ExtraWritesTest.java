package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.SampleFormat;
import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes a killed MP4 play is written beside what the file has in the end: little at an ordinary rate. */
@Timeout(120)
@EnabledOnOs(value = OS.LINUX, disabledReason = "Linux tells in /proc what a process has written")
class ExtraWritesTest {
    private static final int FRAMES = 240;
    private static final double MOST_EXTRA = 0.05;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"stage.mp4", "stage.mov"})
    void shouldWriteLittleMoreThanTheFileWithSound(String name) throws IOException {
        Path file = folder.resolve(name);
        RecorderBuilder options = RecordedStage.everyFrame(file).audio(48_000, 2, SampleFormat.S16);
        Random random = new Random(1);
        options.size(1280, 720).preflight(); // the first use of a library unpacks it
        long before = writtenBytes();
        try (RecordedStage stage = new RecordedStage(1280, 720, options)) {
            for (int i = 0; i < FRAMES; i++) {
                stage.record(1);
                ShortBuffer block =
                        ShortBuffer.allocate(2 * stage.recorder().audio().samplesDue());
                while (block.hasRemaining()) {
                    block.put((short) random.nextInt(-3000, 3000));
                }
                stage.recorder().audio().write(block.flip());
            }
            stage.end();
        }
        long written = writtenBytes() - before;
        double extra = (double) written / Files.size(file) - 1;
        assertTrue(extra < MOST_EXTRA, written + " bytes were written for " + Files.size(file) + ": " + extra);
        assertTrue(extra > 0, "the process tells less than it writes: " + written);
    }

    /** Returns how much the process has written so far, to whatever. */
    private static long writtenBytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/io")).stream()
                .filter(line -> line.startsWith("wchar: "))
                .mapToLong(line -> Long.parseLong(line.substring("wchar: ".length())))
                .findFirst()
                .orElseThrow();
    }
}
