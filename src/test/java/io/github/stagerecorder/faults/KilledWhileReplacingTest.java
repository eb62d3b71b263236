package io.github.stagerecorder.faults;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.stagerecorder.ChildJvm;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.media.DecodedVideo;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A program is killed while it replaces a file. The next process that records there puts back the old file if the new
 * one has nothing.
 */
@Timeout(60)
class KilledWhileReplacingTest {
    private static final byte[] OLD = "an older recording".getBytes();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeOldFile() throws Exception {
        file = Files.write(folder.resolve("stage.mp4"), OLD);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5})
    void shouldPutBackTheOldFile(int frames) throws Exception {
        kill(begin(frames));
        recordOther();
        assertArrayEquals(OLD, Files.readAllBytes(file));
        assertFolder("other.mkv", "stage.mp4");
    }

    @Test
    void shouldKeepTheNewFileThatPlays() throws Exception {
        kill(begin(90));
        recordOther();
        List<Integer> numbers = DecodedVideo.ofCutOff(file).frameNumbers();
        assertTrue(numbers.size() > 30, numbers::toString);
        assertFolder("other.mkv", "stage.mp4");
    }

    @Test
    void shouldNotReplaceWhatTheUserHasPutThere() throws Exception {
        kill(begin(1));
        byte[] users = "the user's own".getBytes();
        Files.delete(file);
        Files.write(file, users);
        recordOther();
        assertArrayEquals(users, Files.readAllBytes(file));
        assertArrayEquals(OLD, Files.readAllBytes(folder.resolve("old-stage.mp4")));
        assertFolder("old-stage.mp4", "other.mkv", "stage.mp4");
    }

    @Test
    void shouldLeaveALivingProcessAlone() throws Exception {
        Process living = begin(1);
        try {
            recordOther();
            assertFalse(Arrays.equals(OLD, Files.readAllBytes(file)));
        } finally {
            kill(living);
        }
        Files.delete(folder.resolve("other.mkv"));
        kill(beginTo(folder.resolve("other.mkv"), 1)); // this process has looked at the folder
        assertArrayEquals(OLD, Files.readAllBytes(file));
        assertFolder("other.mkv", "stage.mp4");
    }

    @Test
    void shouldRemoveTheTrialOfANameAndOfOurOwnNumber() throws Exception {
        long pid = ProcessHandle.current().pid(); // in a container, the next process often has the same number
        Path left = folder.resolve(".stagerecorder-" + pid + "-1-1");
        Files.createDirectories(left.resolve("trial"));
        Files.createFile(left.resolve("trial/none.mp4"));
        Files.createDirectories(folder.resolve(".stagerecorder-notes"));
        recordOther();
        assertFolder(".stagerecorder-notes", "other.mkv", "stage.mp4");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "the other user is one of Linux")
    void shouldNotTouchWhatAnotherUserLeft() throws Exception {
        Path left = folder.resolve(".stagerecorder-1-1-1");
        Files.createDirectories(left.resolve("old"));
        Files.write(left.resolve("old/planted.mkv"), OLD);
        assumeTrue(
                new ProcessBuilder("chown", "nobody", left.toString()).start().waitFor() == 0, "only root may");
        recordOther();
        assertFolder(".stagerecorder-1-1-1", "other.mkv", "stage.mp4");
    }

    /** The name of the file is not the business of the machine's character sets. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Java's launcher takes no such arguments there")
    void shouldWriteToTheNamedFileWhateverTheCharacterSet() throws Exception {
        file = folder.resolve("größe-視頻.mkv");
        kill(begin(30, "-Dfile.encoding=ISO-8859-1"));
        assertTrue(Files.size(file) > 0);
        assertFolder("größe-視頻.mkv", "stage.mp4");
    }

    private Process begin(int frames, String... options) throws Exception {
        return beginTo(file, frames, options);
    }

    private static Process beginTo(Path file, int frames, String... options) throws Exception {
        ProcessBuilder builder = ChildJvm.of(KilledWhileReplacing.class, file.toString(), Integer.toString(frames));
        builder.command().addAll(1, List.of(options));
        Process program = builder.start();
        BufferedReader output = program.inputReader();
        ChildJvm.awaitLine(output, KilledWhileReplacing.BEGUN);
        return program;
    }

    private static void kill(Process program) throws InterruptedException {
        program.destroyForcibly().waitFor();
    }

    private void recordOther() {
        try (WatchedStage stage = new WatchedStage(
                StageRecorder.builder(folder.resolve("other.mkv")).timing(Timing.FRAME_BY_FRAME))) {
            stage.paint(2);
        }
    }

    private void assertFolder(String... names) throws Exception {
        try (var files = Files.list(folder)) {
            assertEquals(
                    List.of(names),
                    files.map(found -> found.getFileName().toString()).sorted().toList());
        }
    }
}
