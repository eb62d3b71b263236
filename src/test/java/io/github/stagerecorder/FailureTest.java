package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedVideo;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A failure while recording reaches the user as FAILED and as a typed exception, within the deadline. */
class FailureTest extends OnStage {

    @ParameterizedTest
    @CsvSource({"OWN_THREAD,WAIT", "OWN_THREAD,DROP", "RENDER_THREAD,WAIT", "RENDER_THREAD,DROP"})
    void shouldReportAnElementThatFails(EncodeOn encodeOn, WhenBehind whenBehind) throws Exception {
        StageRecorder recorder = recorderTo("stage.mkv")
                .pipeline("identity error-after=5 ! x264enc tune=zerolatency ! matroskamux")
                .encodeOn(encodeOn)
                .whenBehind(whenBehind)
                .start();
        long calls = captureUntilFailed(recorder);
        RecordingException failure = assertThrows(RecordingException.class, recorder::close);
        assertEquals(FailureKind.STREAM, failure.kind());
        assertTrue(failure.getMessage().contains("identity"), failure.getMessage());
        Stats stats = failure.outcome().stats();
        StatsIdentities.checkEnded(stats, calls);
        assertTrue(stats.losses().byFailure() > 0 || stats.delivered() == stats.taken(), stats.toString());
        assertEquals(0, stats.memory().poolBytes(), "the pool was not freed");
        recorder.close();
    }

    @Test
    void shouldReportAPipelineThatEndsTheStreamByItself() throws Exception {
        StageRecorder recorder = recorderTo("stage.mkv")
                .pipeline("identity eos-after=5 ! x264enc tune=zerolatency ! matroskamux")
                .start();
        captureUntilFailed(recorder);
        RecordingException failure = assertThrows(RecordingException.class, recorder::close);
        assertEquals(FailureKind.STREAM, failure.kind());
        assertTrue(failure.getMessage().contains("by itself"), failure.getMessage());
    }

    /** A live source is ended with the recording; this one is not live. */
    @Test
    void shouldEndWithinItsDeadlineWhenAnotherSourceOfTheDescriptionNeverEnds() {
        StageRecorder recorder = recorderTo("stage.mkv")
                .pipeline("x264enc tune=zerolatency ! matroskamux name=m audiotestsrc ! vorbisenc ! m.")
                .closeTimeout(Duration.ofSeconds(1))
                .start();
        record(recorder, 10);
        RecordingException failure = assertThrows(RecordingException.class, recorder::close);
        assertEquals(FailureKind.CLOSE_TIMEOUT, failure.kind());
    }

    @Test
    void shouldSayHowFarATruncatedFilePlays() throws Exception {
        StageRecorder recorder = recorderTo("stage.mkv")
                .pipeline("identity error-after=30 ! x264enc tune=zerolatency key-int-max=10 ! matroskamux")
                .start();
        captureUntilFailed(recorder);
        Outcome outcome =
                assertThrows(RecordingException.class, recorder::close).outcome();
        assertEquals(Outcome.Status.TRUNCATED, outcome.status());
        int playable =
                DecodedVideo.of(folder.resolve("stage.mkv")).frameNumbers().size();
        assertTrue(
                playable >= outcome.playableUntilNs() * 30 / 1_000_000_000L - 1,
                playable + " frames play, but " + outcome);
        assertTrue(playable > 10, playable + " frames play");
    }

    @ParameterizedTest
    @CsvSource({"OWN_THREAD,WAIT", "OWN_THREAD,DROP", "RENDER_THREAD,WAIT", "RENDER_THREAD,DROP"})
    void shouldEndWithinItsDeadlineWhenThePipelineStalls(EncodeOn encodeOn, WhenBehind whenBehind) {
        StageRecorder recorder = recorderWith("identity sleep-time=4000000 ! fakesink")
                .encodeOn(encodeOn)
                .whenBehind(whenBehind)
                .stallTimeout(Duration.ofMillis(500))
                .closeTimeout(Duration.ofMillis(500))
                .start();
        long startNs = System.nanoTime();
        record(recorder, 12);
        RecordingException failure = assertThrows(RecordingException.class, recorder::close);
        long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNs);
        assertEquals(whenBehind == WhenBehind.WAIT ? FailureKind.STALLED : FailureKind.CLOSE_TIMEOUT, failure.kind());
        assertTrue(tookMs < 3500, "took " + tookMs + " ms");
        StatsIdentities.checkEnded(failure.outcome().stats(), 12);
        long lost = whenBehind == WhenBehind.WAIT
                ? failure.outcome().stats().losses().byFailure()
                : failure.outcome().stats().losses().atClose();
        assertTrue(
                lost + failure.outcome().stats().losses().atClose() > 0,
                failure.outcome().stats().toString());
    }

    @ParameterizedTest
    @EnumSource(EncodeOn.class)
    void shouldDropAndCountWhenThePoolIsFull(EncodeOn encodeOn) {
        StageRecorder recorder = recorderWith("identity sleep-time=50000 ! fakesink")
                .whenBehind(WhenBehind.DROP)
                .encodeOn(encodeOn)
                .start();
        record(recorder, 30);
        recorder.close();
        Stats stats = recorder.stats();
        StatsIdentities.checkEnded(stats, 30);
        assertTrue(stats.drops().poolFull() > 0, stats.toString());
        assertEquals(stats.taken(), stats.delivered());
        assertEquals(0, stats.waits());
    }

    @ParameterizedTest
    @EnumSource(EncodeOn.class)
    void shouldWaitAndCountWhenThePoolIsFull(EncodeOn encodeOn) {
        StageRecorder recorder = recorderWith("identity sleep-time=20000 ! fakesink")
                .encodeOn(encodeOn)
                .start();
        record(recorder, 20);
        recorder.close();
        Stats stats = recorder.stats();
        assertEquals(20, stats.delivered());
        assertEquals(0, stats.dropped());
        assertTrue(stats.waits() > 0, stats.toString());
    }

    private long captureUntilFailed(StageRecorder recorder) throws InterruptedException {
        for (int calls = 1; calls <= 2000; calls++) {
            if (drawAndCapture(recorder, calls - 1) == CaptureResult.FAILED) {
                return calls;
            }
            StatsIdentities.check(recorder.stats(), calls);
            Thread.sleep(2);
        }
        throw new AssertionError("2000 captures, and none FAILED: " + recorder.stats());
    }
}
