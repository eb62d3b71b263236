package io.github.stagerecorder.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.stagerecorder.ChildJvm;
import io.github.stagerecorder.faults.FullHeap.End;
import io.github.stagerecorder.media.DecodedVideo;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A program whose Java heap was full while it recorded ends, and so does the recording. */
@Timeout(120)
class FullHeapTest {
    private static final long FRAME_NS = 1_000_000_000L / 30;
    private static final long TICK_NS = 1_000_000; // of Matroska

    @TempDir
    Path folder;

    private Process start(End end, int framesBefore) throws Exception {
        ProcessBuilder program = ChildJvm.of(
                FullHeap.class, end.name(), folder.resolve("stage.mkv").toString(), Integer.toString(framesBefore));
        program.environment().put("JAVA_TOOL_OPTIONS", "-Xmx48m -XX:+UseSerialGC");
        return program.start();
    }

    @ParameterizedTest
    @CsvSource({"THROW, 0", "THROW, 40", "TERMINATED, 0", "TERMINATED, 40"})
    void shouldExit(End end, int framesBefore) throws Exception {
        Process program = start(end, framesBefore);
        try (BufferedReader output = program.inputReader()) {
            assumeTrue(end != End.TERMINATED || program.supportsNormalTermination(), "this system has no SIGTERM");
            ChildJvm.awaitLine(output, FullHeap.FREED);
            if (end == End.TERMINATED) {
                program.toHandle().destroy();
            }
            assertTrue(program.waitFor(30, TimeUnit.SECONDS), "the program does not end");
        } finally {
            program.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 40})
    void shouldHaveAFileThatPlaysAsFarAsTheOutcomeSays(int framesBefore) throws Exception {
        Process program = start(End.FINISH, framesBefore);
        try (BufferedReader output = program.inputReader()) {
            String[] outcome = ChildJvm.awaitLine(output, FullHeap.OUTCOME).split(" ");
            long playableNs = Long.parseLong(outcome[2]);
            assertTrue(playableNs == 0 || endNs() >= playableNs - TICK_NS, outcome[1] + " " + playableNs);
            assertTrue(program.waitFor(30, TimeUnit.SECONDS), "the program does not end");
        } finally {
            program.destroyForcibly();
        }
    }

    /** The end of the last picture that plays. Frames are missing before: the heap was full, or the machine is busy. */
    private long endNs() {
        DecodedVideo video = DecodedVideo.ofCutOff(folder.resolve("stage.mkv"));
        int pictures = video.frameNumbers().size();
        return video.info().packetNs().get(pictures - 1) + FRAME_NS;
    }
}
