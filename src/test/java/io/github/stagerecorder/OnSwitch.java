package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedVideo;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The base of tests of a switch: a stage that is painted at some 200 frames a second, and what its listener was told.
 */
abstract class OnSwitch extends OnStage {
    private static final long PATIENCE_NS = Duration.ofSeconds(20).toNanos();

    final Told told = new Told();
    int painted;

    /** Keeps what a listener was told. */
    static final class Told implements RecorderListener {
        final List<StartedFile> started = new CopyOnWriteArrayList<>();
        final List<RecordingException> failures = new CopyOnWriteArrayList<>();
        final List<Outcome> ended = new CopyOnWriteArrayList<>();

        @Override
        public void started(StartedFile file) {
            started.add(file);
        }

        @Override
        public void failed(RecordingException failure) {
            failures.add(failure);
        }

        @Override
        public void ended(Outcome outcome) {
            ended.add(outcome);
        }

        List<FailureKind> kinds() {
            return failures.stream().map(RecordingException::kind).toList();
        }
    }

    /** Records all frames, as fast as they come. */
    SwitchBuilder switchInto(Path into) {
        return RecordingSwitch.into(into)
                .format("mkv")
                .options(o -> o.timing(Timing.FRAME_BY_FRAME).listener(told, Runnable::run));
    }

    void paint(RecordingSwitch recording) {
        stage.draw(painted, painted / 30.0);
        painted++;
        recording.frame();
        LockSupport.parkNanos(5_000_000);
    }

    void paint(RecordingSwitch recording, int frames) {
        for (int i = 0; i < frames; i++) {
            paint(recording);
        }
    }

    void paintUntil(RecordingSwitch recording, BooleanSupplier done) {
        long startNs = System.nanoTime();
        while (!done.getAsBoolean()) {
            assertTrue(System.nanoTime() - startNs < PATIENCE_NS, () -> "nothing happens: " + told.kinds());
            paint(recording);
        }
    }

    static void await(BooleanSupplier done) {
        long startNs = System.nanoTime();
        while (!done.getAsBoolean()) {
            assertTrue(System.nanoTime() - startNs < PATIENCE_NS, "nothing happens");
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** Turns the switch on and paints until the first frame is recorded. */
    void startAndAwait(RecordingSwitch recording) {
        int before = told.started.size();
        recording.start();
        paintUntil(recording, () -> told.started.size() > before || !recording.isRecording());
        assertTrue(recording.isRecording(), () -> "refused: " + told.failures);
    }

    /** Every frame from the first to the last is there, in order. */
    static List<Integer> assertGapless(Path file) {
        List<Integer> numbers = DecodedVideo.of(file).frameNumbers();
        for (int i = 1; i < numbers.size(); i++) {
            assertEquals(numbers.get(i - 1) + 1, numbers.get(i), () -> file + ": " + numbers);
        }
        return numbers;
    }

    static List<Path> files(Path folder) {
        return Arrays.stream(Objects.requireNonNull(folder.toFile().listFiles()))
                .map(File::toPath)
                .sorted()
                .toList();
    }
}
