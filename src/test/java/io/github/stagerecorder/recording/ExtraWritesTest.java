package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.ChildJvm;
import io.github.stagerecorder.media.Remuxed;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes a killed MP4 play is written beside what an ordinary one has: so many bytes a second, whatever the rate. */
@Timeout(120)
@EnabledOnOs(value = OS.LINUX, disabledReason = "Linux tells in /proc what a process has written")
class ExtraWritesTest {
    private static final double MOST_EXTRA = 0.05;
    private static final double MOST_EXTRA_BYTES_A_SECOND = 5000;

    @TempDir
    private Path folder;

    /** In a process of its own, which writes nothing else. */
    @ParameterizedTest
    @ValueSource(strings = {"stage.mp4", "stage.mov"})
    void shouldWriteLittleMoreThanTheFileWithSound(String name) throws IOException {
        Path file = folder.resolve(name);
        Process process = ChildJvm.of(WrittenBytes.class, file.toString()).start();
        long written;
        try (BufferedReader output = process.inputReader()) {
            String result = ChildJvm.awaitLine(output, WrittenBytes.RESULT);
            written = Long.parseLong(result.substring(WrittenBytes.RESULT.length()));
        }
        // the finished file still has the indices of its fragments, which nobody reads
        long ordinary = Files.size(Remuxed.of(file, folder.resolve("ordinary-" + name)));
        double extra = (double) written / ordinary - 1;
        assertTrue(extra < MOST_EXTRA, written + " bytes were written for " + ordinary + ": " + extra);
        double extraBytesASecond = (written - ordinary) / WrittenBytes.LENGTH_S;
        assertTrue(extraBytesASecond < MOST_EXTRA_BYTES_A_SECOND, extraBytesASecond + " bytes a second");
        assertTrue(written > Files.size(file), "the process tells less than it writes: " + written);
    }
}
