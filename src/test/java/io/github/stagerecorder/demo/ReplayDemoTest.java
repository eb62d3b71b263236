package io.github.stagerecorder.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.ChildJvm;
import io.github.stagerecorder.media.DecodedVideo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo keeps its last seconds and writes nothing else. */
@Timeout(120)
class ReplayDemoTest {
    @TempDir
    Path folder;

    @Test
    void shouldSaveTheLastSecondAtTheEnd() throws Exception {
        Path file = folder.resolve("replay.mkv");
        String[] arguments = {
            "--replay", "1", "--frames", "90", "--clock", "fixed", "--size", "320x240", "--output", file.toString()
        };
        Process demo = ChildJvm.of(Demo.class, arguments).start();
        String printed = ChildJvm.printed(demo);
        assertEquals(0, demo.waitFor(), printed);
        assertTrue(printed.contains("saved "), printed);
        List<Integer> numbers = DecodedVideo.of(file).frameNumbers();
        assertTrue(numbers.size() >= 28 && numbers.size() <= 60, numbers::toString);
        assertEquals(1, folder.toFile().list().length);
    }

    @Test
    void shouldRefuseAnExistingFileBeforeItPlays() throws Exception {
        Path file = Files.createFile(folder.resolve("replay.mkv"));
        Process demo = ChildJvm.of(Demo.class, "--replay", "1", "--output", file.toString())
                .start();
        String printed = ChildJvm.printed(demo);
        assertEquals(2, demo.waitFor(), printed);
        assertTrue(printed.contains("exists: give --overwrite"), printed);
    }
}
