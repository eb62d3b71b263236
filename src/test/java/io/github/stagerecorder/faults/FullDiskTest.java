package io.github.stagerecorder.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.stagerecorder.ChildJvm;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.Outcome.Status;
import io.github.stagerecorder.media.DecodedVideo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a full disk, the file plays as far as the outcome says. */
@Timeout(60)
@EnabledOnOs(value = OS.LINUX, disabledReason = "a small disk cannot be mounted there, nor the size of a file limited")
class FullDiskTest {
    private static final int LIMIT_BYTES = 150_000;
    private static final int SMALL_DISK_BYTES = 1 << 20;
    private static final int FRAMES_PER_SECOND = 30;

    @TempDir
    Path folder;

    /** The limit is one that any user may set. A write beyond it fails as on a full disk. */
    @ParameterizedTest
    @ValueSource(strings = {"ogg", "webm", "mkv", "mp4"})
    void shouldTellHowFarTheFilePlaysWhenItsSizeIsLimited(String container) throws Exception {
        Path file = folder.resolve("stage." + container);
        ProcessBuilder program = ChildJvm.of(FullDisk.class, file.toString());
        program.command().addAll(0, List.of("prlimit", "--fsize=" + LIMIT_BYTES));
        check(FullDisk.parse(outputOf(program)), file);
    }

    @Test
    void shouldTellHowFarTheFilePlaysWhenTheDiskIsFull() throws Exception {
        Process mount = new ProcessBuilder(
                        "mount", "-t", "tmpfs", "-o", "size=" + LIMIT_BYTES, "tmpfs", folder.toString())
                .start();
        assumeTrue(mount.waitFor() == 0, "only root may mount a small disk");
        try {
            Path file = folder.resolve("stage.mkv");
            check(FullDisk.at(file), file);
        } finally {
            new ProcessBuilder("umount", folder.toString()).start().waitFor();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ogg", "webm", "mkv", "mp4", "mov"})
    void shouldEndInTimeForACompleteFile(String container) throws Exception {
        Process mount = new ProcessBuilder(
                        "mount", "-t", "tmpfs", "-o", "size=" + SMALL_DISK_BYTES, "tmpfs", folder.toString())
                .start();
        assumeTrue(mount.waitFor() == 0, "only root may mount a small disk");
        try {
            Path file = folder.resolve("stage." + container);
            FullDisk ended = FullDisk.at(file);
            assertEquals(FailureKind.OUTPUT, ended.told());
            assertEquals(FailureKind.OUTPUT, ended.kind());
            assertEquals(Status.TRUNCATED, ended.status());
            List<Integer> numbers = DecodedVideo.of(file).frameNumbers(); // which accepts no damage
            assertEquals(IntStream.range(0, numbers.size()).boxed().toList(), numbers);
            assertEquals(numbers.size() * 1_000_000_000L / FRAMES_PER_SECOND, ended.playableUntilNs(), 1_000_000);
        } finally {
            new ProcessBuilder("umount", folder.toString()).start().waitFor();
        }
    }

    private static String outputOf(ProcessBuilder program) throws IOException {
        return ChildJvm.printed(program.start());
    }

    private static void check(FullDisk ended, Path file) {
        assertEquals(FailureKind.OUTPUT, ended.told());
        assertEquals(FailureKind.OUTPUT, ended.kind());
        assertEquals(Status.TRUNCATED, ended.status());
        assertEquals(0, ended.poolBytes());
        List<Integer> numbers = DecodedVideo.ofCutOff(file).frameNumbers();
        assertEquals(IntStream.range(0, numbers.size()).boxed().toList(), numbers);
        long playsNs = numbers.size() * 1_000_000_000L / FRAMES_PER_SECOND;
        assertTrue(ended.playableUntilNs() <= playsNs, () -> "plays until " + playsNs + " ns, but " + ended);
        assertTrue(ended.playableUntilNs() > 1_000_000_000L, ended::toString);
    }
}
