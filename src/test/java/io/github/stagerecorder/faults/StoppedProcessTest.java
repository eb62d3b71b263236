package io.github.stagerecorder.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.ChildJvm;
import io.github.stagerecorder.EncodeOn;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.WhenBehind;
import io.github.stagerecorder.media.AtOnce;
import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.Ffprobe;
import io.github.stagerecorder.recording.Step;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process that is stopped and goes on, as by a debugger or a container's pause, has not made its encoder late. */
@Timeout(90)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no SIGSTOP")
class StoppedProcessTest {
    /** Several times as long as the timeouts, and above the second from which a stop is cut out. */
    private static final long STOP_MS = 1_200;

    private static final String SLOW = "slow";

    @TempDir
    Path folder;

    /** What the program prints at its end. */
    private record End(
            String status, long delivered, long taken, long inFile, long suspensions, long suspendedNs, String all) {
        static End parse(String line) {
            String[] words = line.split(" ", 8);
            long[] numbers =
                    Arrays.stream(words, 2, 7).mapToLong(Long::parseLong).toArray();
            return new End(words[1], numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], words[7]);
        }
    }

    @ParameterizedTest
    @CsvSource({"REAL_TIME, DROP", "REAL_TIME, WAIT", "FRAME_BY_FRAME, DROP", "FRAME_BY_FRAME, WAIT"})
    void shouldCompleteTheFileWhenTheProcessIsStoppedWhileRecordingAndWhileClosing(Timing timing, WhenBehind whenBehind)
            throws Exception {
        AtOnce.forEach(List.of(EncodeOn.values()), encodeOn -> completes(timing, whenBehind, encodeOn));
    }

    private void completes(Timing timing, WhenBehind whenBehind, EncodeOn encodeOn) throws Exception {
        Path file = folder.resolve(encodeOn + ".mkv");
        Process program = start(file, List.of(timing.name(), whenBehind.name(), encodeOn.name(), "1.5", SLOW));
        try (BufferedReader output = program.inputReader()) {
            ChildJvm.awaitLine(output, StoppedRecorder.RECORDING);
            for (int stop = 0; stop < 2; stop++) {
                Thread.sleep(300 + 70 * stop);
                stop(program, STOP_MS);
            }
            ChildJvm.awaitLine(output, StoppedRecorder.CLOSING);
            stop(program, STOP_MS);
            Thread.sleep(100);
            stop(program, STOP_MS);
            End end = End.parse(ChildJvm.awaitLine(output, StoppedRecorder.ENDED));
            assertEquals("COMPLETE", end.status, end.all);
            assertEquals(end.taken, end.delivered, end.all);
            assertEquals(end.inFile, DecodedVideo.of(file).frameNumbers().size(), end.all);
        } finally {
            program.destroyForcibly();
        }
    }

    @Test
    void shouldCutOutAndCountAStopOfMoreThanASecondInRealTime() throws Exception {
        Path file = folder.resolve("stage.mp4");
        Process program = start(file, List.of("REAL_TIME", "DROP", "OWN_THREAD", "2"));
        try (BufferedReader output = program.inputReader()) {
            ChildJvm.awaitLine(output, StoppedRecorder.RECORDING);
            Thread.sleep(500);
            stop(program, 3_000);
            End end = End.parse(ChildJvm.awaitLine(output, StoppedRecorder.ENDED));
            assertEquals(1, end.suspensions, end.all);
            assertEquals(3.0, end.suspendedNs / 1e9, 0.3, end.all);
            assertEquals(2.0, Ffprobe.of(file).durationSeconds(), 0.5, end.all);
        } finally {
            program.destroyForcibly();
        }
    }

    @Test
    void shouldKeepAStopOfLessThanASecondInRealTime() throws Exception {
        Path file = folder.resolve("stage.mp4");
        Process program = start(file, List.of("REAL_TIME", "DROP", "OWN_THREAD", "1"));
        try (BufferedReader output = program.inputReader()) {
            ChildJvm.awaitLine(output, StoppedRecorder.RECORDING);
            Thread.sleep(300);
            stop(program, 600);
            End end = End.parse(ChildJvm.awaitLine(output, StoppedRecorder.ENDED));
            assertEquals(0, end.suspensions, end.all);
            assertTrue(Ffprobe.of(file).durationSeconds() > 1.3, end.all);
        } finally {
            program.destroyForcibly();
        }
    }

    /** The show's clock goes on, and so it writes all the sound of the stop at once. */
    @Test
    void shouldCutAStopOutOfThePictureAndTheSoundAlike() throws Exception {
        AtOnce.forEach(List.of("mp4", "webm"), this::cutsAStopOutOfBoth);
    }

    private void cutsAStopOutOfBoth(String format) throws Exception {
        Path file = folder.resolve("stage." + format);
        Process program = ChildJvm.of(StoppedWithSound.class, file.toString()).start();
        try (BufferedReader output = program.inputReader()) {
            ChildJvm.awaitLine(output, StoppedRecorder.RECORDING);
            Thread.sleep(500);
            stop(program, 2_500);
            String end = ChildJvm.awaitLine(output, StoppedRecorder.ENDED);
            assertTrue(end.contains("COMPLETE"), end);
            Step step = Step.of(file);
            assertEquals(StoppedWithSound.SECONDS_BEFORE + 3.5, step.videoEndS(), 0.5, end);
            step.require(0, StoppedWithSound.SECONDS_BEFORE, 8, 0.005);
            step.require(StoppedWithSound.SECONDS_BEFORE + 0.7, 8.5, 6, 0.005);
        } finally {
            program.destroyForcibly();
        }
    }

    private static Process start(Path file, List<String> options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(file.toString()));
        arguments.addAll(options);
        return ChildJvm.of(StoppedRecorder.class, arguments.toArray(new String[0]))
                .start();
    }

    static void stop(Process program, long durationMs) throws Exception {
        signal(program, "STOP");
        Thread.sleep(durationMs);
        signal(program, "CONT");
    }

    private static void signal(Process program, String signal) throws Exception {
        Process kill = new ProcessBuilder("sh", "-c", "kill -" + signal + " " + program.pid()).start();
        assertEquals(0, kill.waitFor(), signal);
    }
}
