package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedVideo;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of a successful recording, and of a recording that captured nothing. */
class EndingTest extends OnStage {

    @ParameterizedTest
    @EnumSource(EncodeOn.class)
    void shouldHaveTheCompleteFileWhenCloseReturns(EncodeOn encodeOn) {
        StageRecorder recorder = recorderTo("stage.mp4").encodeOn(encodeOn).start();
        record(recorder, 20);
        recorder.close();
        assertEquals(
                IntStream.range(0, 20).boxed().toList(),
                DecodedVideo.of(folder.resolve("stage.mp4")).frameNumbers());
        Stats stats = recorder.stats();
        StatsIdentities.checkEnded(stats, 20);
        assertEquals(20, stats.delivered());
        assertEquals(0, stats.memory().poolBytes());
        assertEquals(folder.resolve("stage.mp4").toFile().length(), stats.bytesWritten());
        assertEquals("x264enc", stats.encoder());
    }

    @ParameterizedTest
    @EnumSource(EncodeOn.class)
    void shouldDrainInTheBackgroundAfterFinish(EncodeOn encodeOn) {
        StageRecorder recorder = recorderTo("stage.mp4").encodeOn(encodeOn).start();
        record(recorder, 20);
        CompletableFuture<Outcome> finished = recorder.finish().toCompletableFuture();
        Outcome outcome = finished.join();
        assertSame(outcome, recorder.finish().toCompletableFuture().join());
        assertEquals(Outcome.Status.COMPLETE, outcome.status());
        assertNull(outcome.cause());
        assertEquals(20 * 1_000_000_000L / 30, outcome.playableUntilNs(), 2);
        assertEquals(20, outcome.stats().delivered());
        recorder.close();
    }

    @Test
    void shouldIgnoreWhatTheCallerDoesToTheFuture() {
        StageRecorder recorder = recorderTo("stage.mkv").start();
        record(recorder, 5);
        recorder.finish().toCompletableFuture().cancel(true);
        recorder.close();
        assertEquals(5, recorder.stats().delivered());
    }

    @Test
    void shouldCompleteTheFileWhenTheClosingThreadIsInterrupted() {
        StageRecorder recorder = recorderTo("stage.mkv").start();
        record(recorder, 5);
        Thread.currentThread().interrupt();
        recorder.close();
        assertTrue(Thread.interrupted(), "the interrupt was swallowed");
        assertEquals(
                5, DecodedVideo.of(folder.resolve("stage.mkv")).frameNumbers().size());
    }

    @Test
    void shouldKeepWhatWasReadWhenClosedFromAnotherThread() {
        StageRecorder recorder = recorderTo("stage.mkv").start();
        record(recorder, 10);
        CompletableFuture.runAsync(recorder::close).join();
        assertEquals(
                IntStream.range(0, 10).boxed().toList(),
                DecodedVideo.of(folder.resolve("stage.mkv")).frameNumbers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage.ogg", "stage.webm", "stage.mkv", "stage.mp4"})
    void shouldLeaveNoFileWhenNothingWasCaptured(String name) throws Exception {
        StageRecorder recorder = recorderTo(name).start();
        RecordingException failure = assertThrows(RecordingException.class, recorder::close);
        assertEquals(FailureKind.NO_FRAMES, failure.kind());
        assertEquals(Outcome.Status.FAILED, failure.outcome().status());
        try (var files = Files.list(folder)) {
            assertFalse(files.findAny().isPresent());
        }
        recorder.close();
    }

    @Test
    void shouldWaitForASlowPipelineAsLongAsItMakesProgress() {
        StageRecorder recorder = recorderWith("identity sleep-time=200000 ! fakesink")
                .closeTimeout(Duration.ofMillis(600))
                .start();
        record(recorder, 8);
        recorder.close();
        assertEquals(8, recorder.stats().delivered());
    }

    @Test
    void shouldRecordManyTimesInOneProcess() {
        for (int round = 0; round < 10; round++) {
            try (StageRecorder recorder = recorderTo("round" + round + ".mkv").start()) {
                record(recorder, 2);
            }
            assertTrue(folder.resolve("round" + round + ".mkv").toFile().length() > 0);
        }
    }

    @Test
    void shouldRecordTwoFilesAtOnce() {
        try (StageRecorder one = recorderTo("one.mkv").start();
                StageRecorder two = recorderTo("two.webm").start()) {
            for (int i = 0; i < 5; i++) {
                drawAndCapture(one, i);
                two.capture();
            }
        }
        assertEquals(
                DecodedVideo.of(folder.resolve("one.mkv")).frameNumbers(),
                DecodedVideo.of(folder.resolve("two.webm")).frameNumbers());
    }
}
