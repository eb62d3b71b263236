package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedVideo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A render thread hangs inside a capture while another thread closes the recorder, and then continues. */
class HungCaptureTest extends OnStage {
    private StageRecorder recorder;
    private boolean hanging;
    private Runnable meanwhile = this::closeWhileItHangs;

    /**
     * The recorder owns the memory and the GL objects that it reads with. If they were already released, this would
     * crash.
     */
    @ParameterizedTest
    @EnumSource(
            value = ReadStrategy.class,
            names = {"CLIENT", "MAPPED", "PERSISTENT"})
    void shouldGoOnReadingWhenTheRecorderWasClosedMeanwhile(ReadStrategy strategy) {
        recorder = recorderTo("stage.mkv")
                .timing(Timing.REAL_TIME)
                .clockNs(this::clockThatHangs)
                .tuning(t -> t.readStrategy(strategy))
                .closeTimeout(Duration.ofMillis(300))
                .start();
        drawAndCapture(recorder, 0);
        hanging = true;
        assertEquals(CaptureResult.TAKEN, drawAndCapture(recorder, 1));
        assertEquals(CaptureResult.SKIPPED, recorder.capture());
        assertTrue(recorder.stats().memory().poolBytes() > 0, "the pool was freed during the capture");
        recorder.close();
    }

    /** The render thread pushes; what it pushes with must not be released. */
    @ParameterizedTest
    @EnumSource(
            value = Convert.class,
            names = {"KERNEL", "VIDEOCONVERT"})
    void shouldGoOnPushingWhenTheRecorderWasClosedMeanwhile(Convert convert) {
        recorder = builder()
                .encodeOn(EncodeOn.RENDER_THREAD)
                .tuning(t -> t.convert(convert))
                .start();
        drawAndCapture(recorder, 0);
        hanging = true;
        assertEquals(CaptureResult.TAKEN, drawAndCapture(recorder, 1));
        assertTrue(recorder.stats().memory().poolBytes() > 0, "the pool was freed during the capture");
        recorder.close();
        assertEquals(1, recorder.stats().delivered(), recorder.stats().toString());
        assertEquals(
                Set.of(0),
                Set.copyOf(DecodedVideo.of(folder.resolve("stage.mkv")).frameNumbers()));
    }

    @Test
    void shouldNotCaptureIntoAFileThatIsOpenedAfterTheEnd() throws Exception {
        recorder = builder().onResize(ResizePolicy.NEW_FILE).start();
        drawAndCapture(recorder, 0);
        surface.resize(160, 120);
        stage.resize(160, 120);
        recorder.resize(160, 120);
        hanging = true;
        assertEquals(CaptureResult.SKIPPED, drawAndCapture(recorder, 1));
        recorder.close();
        StatsIdentities.checkEnded(recorder.stats(), 2);
        assertEquals(1, recorder.stats().skips().closed());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("stage.mkv")), files.toList());
        }
    }

    /** The deadline is so short that the recording ends while the next file is being opened, or does not open in time. */
    @RepeatedTest(20)
    void shouldNotCaptureIntoAFileThatIsBeingOpenedAtTheEnd(RepetitionInfo round) throws Exception {
        recorder = recorderTo("stage.mkv")
                .onResize(ResizePolicy.NEW_FILE)
                .closeTimeout(Duration.ofMillis(2))
                .start();
        drawAndCapture(recorder, 0);
        surface.resize(160, 120);
        stage.resize(160, 120);
        recorder.resize(160, 120);
        CompletableFuture<Outcome> ended = CompletableFuture.supplyAsync(
                () -> recorder.finish().join(),
                CompletableFuture.delayedExecutor(10L * round.getCurrentRepetition(), TimeUnit.MILLISECONDS));
        drawAndCapture(recorder, 1);
        Set<Path> reported =
                ended.join().files().stream().map(Outcome.FileOutcome::path).collect(Collectors.toSet());
        assertEquals(CaptureResult.SKIPPED, drawAndCapture(recorder, 2));
        try {
            recorder.close();
        } catch (RecordingException e) {
            assertTrue(
                    Set.of(FailureKind.CLOSE_TIMEOUT, FailureKind.STATE_CHANGE).contains(e.kind()), e::toString);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of(), files.filter(file -> !reported.contains(file)).toList());
        }
    }

    @Test
    void shouldNotWaitForTheHungCaptureWhenPausedOrResumed() {
        recorder = builder().start();
        drawAndCapture(recorder, 0);
        meanwhile = () -> {
            assertThrows(IllegalStateException.class, recorder::pause);
            assertThrows(IllegalStateException.class, recorder::resume);
        };
        hanging = true;
        assertEquals(CaptureResult.TAKEN, drawAndCapture(recorder, 1));
        recorder.pause();
        assertEquals(CaptureResult.SKIPPED, drawAndCapture(recorder, 2));
        recorder.close();
    }

    private RecorderBuilder builder() {
        return recorderTo("stage.mkv")
                .timing(Timing.REAL_TIME)
                .clockNs(this::clockThatHangs)
                .closeTimeout(Duration.ofMillis(300));
    }

    private void closeWhileItHangs() {
        try {
            recorder.close();
        } catch (RecordingException e) {
            assertEquals(FailureKind.CLOSE_TIMEOUT, e.kind(), e::toString); // where frames are missing
        }
    }

    private long clockThatHangs() {
        if (hanging) {
            hanging = false;
            CompletableFuture.runAsync(meanwhile).join();
        }
        return System.nanoTime();
    }
}
