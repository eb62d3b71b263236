package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.ChildJvm;
import io.github.stagerecorder.media.Ffprobe;
import io.github.stagerecorder.media.Remuxed;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** No length and no rate of frames ends a recording with sound, or has more written than a part of it. */
@Timeout(600)
@EnabledOnOs(value = OS.LINUX, disabledReason = "Linux tells in /proc what a process has written")
class LongRecordingTest {
    private static final double MOST_EXTRA = 0.05;
    private static final long SAMPLES = 60L * LongRecording.MINUTES * LongRecording.RATE_HZ;
    private static final int PACKET = 1024;

    @TempDir
    private Path folder;

    @Test
    void shouldHaveEveryFrameAndAllSound() throws IOException {
        Path file = folder.resolve("stage.mp4");
        Process process = ChildJvm.of(LongRecording.class, file.toString()).start();
        String told;
        long written;
        try (BufferedReader output = process.inputReader()) {
            told = ChildJvm.awaitLine(output, "COMPLETE");
            String result = ChildJvm.awaitLine(output, WrittenBytes.RESULT);
            written = Long.parseLong(result.substring(WrittenBytes.RESULT.length()));
        }
        assertEquals("COMPLETE " + LongRecording.FRAMES + " " + SAMPLES + " 0", told);
        assertEquals(LongRecording.FRAMES, Ffprobe.packets(file, "v"));
        long sound = Ffprobe.packets(file, "a") - 1; // without the first, of which nothing is played
        assertEquals((double) SAMPLES / PACKET, sound, 2);
        long ordinary = Files.size(Remuxed.of(file, folder.resolve("ordinary.mp4")));
        assertTrue(written < (1 + MOST_EXTRA) * ordinary, written + " bytes were written for " + ordinary);
    }
}
