package io.github.stagerecorder.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.stagerecorder.ChildJvm;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots that take longer than closeTimeout in all are complete when the switch is closed, and after an exit. */
@Timeout(90)
class SnapshotsAtTheEndTest {
    @TempDir
    Path folder;

    private Process start(String way) throws IOException {
        return ChildJvm.of(StoppedSwitch.class, folder.toString(), way).start();
    }

    private void assertComplete() throws IOException {
        File[] files = folder.toFile().listFiles();
        Arrays.sort(files);
        List<String> expected = IntStream.range(0, StoppedSwitch.SNAPSHOTS)
                .mapToObj(i -> i + ".png")
                .toList();
        assertEquals(expected, Arrays.stream(files).map(File::getName).toList());
        for (File file : files) {
            assertEquals(3_000, ImageIO.read(file).getHeight());
        }
    }

    @Test
    void shouldBeCompleteWhenTheSwitchIsClosed() throws Exception {
        Process program = start("close");
        try (BufferedReader output = program.inputReader()) {
            assertEquals(
                    StoppedSwitch.CLOSED + " " + StoppedSwitch.SNAPSHOTS,
                    ChildJvm.awaitLine(output, StoppedSwitch.CLOSED));
            assertEquals(0, program.waitFor());
        } finally {
            program.destroyForcibly();
        }
        assertComplete();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no SIGSTOP")
    void shouldBeCompleteWhenTheProcessIsStoppedWhileTheSwitchCloses() throws Exception {
        Process program = start("close");
        try (BufferedReader output = program.inputReader()) {
            ChildJvm.awaitLine(output, StoppedSwitch.WRITING);
            Thread.sleep(50);
            StoppedProcessTest.stop(program, 4 * StoppedSwitch.TIMEOUT.toMillis());
            assertEquals(
                    StoppedSwitch.CLOSED + " " + StoppedSwitch.SNAPSHOTS,
                    ChildJvm.awaitLine(output, StoppedSwitch.CLOSED));
        } finally {
            program.destroyForcibly();
        }
    }

    @Test
    void shouldBeCompleteAndNothingElseLeftWhenTheProgramExits() throws Exception {
        Process program = start("exit");
        assertEquals(0, program.waitFor(), ChildJvm.printed(program));
        assertComplete();
    }
}
