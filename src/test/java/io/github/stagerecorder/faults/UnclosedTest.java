package io.github.stagerecorder.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.stagerecorder.ChildJvm;
import io.github.stagerecorder.faults.UnclosedRecorder.End;
import io.github.stagerecorder.media.DecodedVideo;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** However a program ends without close(), the file is complete and the program is not delayed. */
@Timeout(60)
class UnclosedTest {
    private static final List<Integer> NUMBERS =
            IntStream.range(0, UnclosedRecorder.FRAMES).boxed().toList();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "EXIT_STUCK")
    void shouldCompleteTheFileWhenTheProgramEnds(End end) throws Exception {
        Path file = folder.resolve("stage.mp4");
        awaitEnd(end, file);
        assertEquals(NUMBERS, DecodedVideo.of(file).frameNumbers());
    }

    @Test
    void shouldExitInTimeWhenThePipelineIsStuck() throws Exception {
        Path file = folder.resolve("stage.mkv");
        long exitNs = awaitEnd(End.EXIT_STUCK, file);
        assertTrue(exitNs < Fault.STUCK_NS, () -> "it took " + exitNs / 1_000_000 + " ms to exit");
        List<Integer> numbers = DecodedVideo.ofCutOff(file).frameNumbers();
        assertEquals(NUMBERS.subList(0, numbers.size()), numbers);
    }

    /** @return the time the program took to end after it had recorded */
    private static long awaitEnd(End end, Path file) throws IOException, InterruptedException {
        Process program =
                ChildJvm.of(UnclosedRecorder.class, end.name(), file.toString()).start();
        try (BufferedReader output = program.inputReader()) {
            assumeTrue(end != End.TERMINATED || program.supportsNormalTermination(), "this system has no SIGTERM");
            ChildJvm.awaitLine(output, UnclosedRecorder.TAKEN + " " + UnclosedRecorder.FRAMES);
            long recordedNs = System.nanoTime();
            if (end == End.TERMINATED) {
                program.toHandle().destroy();
            }
            assertTrue(program.waitFor(30, TimeUnit.SECONDS), "the program does not end");
            return System.nanoTime() - recordedNs;
        } finally {
            program.destroyForcibly();
        }
    }
}
