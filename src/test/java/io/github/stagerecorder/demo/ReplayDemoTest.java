package io.github.stagerecorder.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.ChildJvm;
import io.github.stagerecorder.media.DecodedVideo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
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
        List<Integer> numbers = DecodedVideo.of(file).frameNumbers();
        String saved = Pattern.quote(file.toString()) + ", [12]\\.\\d s, from [12]\\.\\d to [23]\\.\\d s, "
                + numbers.size() + " frames, without sound";
        assertTrue(Pattern.compile(saved).matcher(printed).find(), printed);
        assertTrue(numbers.size() >= 28 && numbers.size() <= 60, numbers::toString);
        assertEquals(1, folder.toFile().list().length);
    }

    @Test
    void shouldTellInACheckWhatItWouldSave() throws Exception {
        Path file = folder.resolve("replay.mkv");
        String[] arguments = {"--check", "--sound", "--replay", "2", "--fps", "25", "--output", file.toString()};
        Process demo = ChildJvm.of(Demo.class, arguments).start();
        String printed = ChildJvm.printed(demo);
        assertEquals(0, demo.waitFor(), printed);
        assertTrue(
                printed.contains(
                        file + ", the last 2.0 s and at most one interval of keyframes more, at least 50 frames, with"
                                + " sound"),
                printed);
        assertTrue(Files.notExists(file), printed);
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
