package io.github.stagerecorder.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.EncodeOn;
import io.github.stagerecorder.Outcome;
import io.github.stagerecorder.Outcome.Status;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.WhenBehind;
import io.github.stagerecorder.media.DecodedVideo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * One recording that meets a fault.
 *
 * @param frames the number of frames captured before the fault
 */
public record FaultRun(Fault fault, WhenBehind whenBehind, EncodeOn encodeOn, int frames) {
    private static final Duration TIMEOUT = Duration.ofMillis(300);
    private static final long LONGEST_CLOSE_NS = TimeUnit.MILLISECONDS.toNanos(2500);
    private static final int MOST_FRAMES_AFTER = 60;

    /**
     * Records into {@code file} and checks everything that is promised.
     *
     * @return the frames that play, and the frames that the outcome promised
     */
    public FramesKept in(Path file) throws InterruptedException {
        try (WatchedStage stage = new WatchedStage(StageRecorder.builder(file)
                .pipeline(fault.element(frames) + " ! x264enc tune=zerolatency key-int-max=10 ! matroskamux")
                .timing(Timing.FRAME_BY_FRAME)
                .whenBehind(whenBehind)
                .encodeOn(encodeOn)
                .stallTimeout(TIMEOUT)
                .closeTimeout(TIMEOUT))) {
            record(stage);
            Closing closing = stage.end();
            check(closing);
            return FramesKept.of(
                    closing.outcome(),
                    stage.takenNumbers(),
                    DecodedVideo.ofCutOff(file).frameNumbers());
        }
    }

    private void record(WatchedStage stage) throws InterruptedException {
        for (int i = 0; i < frames; i++) {
            stage.paint();
            awaitRoom(stage.recorder());
        }
        fault.strike(stage.recorder());
        for (int i = 0; i < MOST_FRAMES_AFTER && stage.paint() != CaptureResult.FAILED; i++) {
            Thread.sleep(2);
        }
    }

    /** With DROP nothing else waits for the encoder. */
    private static void awaitRoom(StageRecorder recorder) throws InterruptedException {
        for (int ms = 0; ms < 1000 && recorder.stats().inFlight() > 1; ms++) {
            Thread.sleep(1);
        }
    }

    private void check(Closing closing) {
        Outcome outcome = closing.outcome();
        assertEquals(fault.expected(whenBehind), closing.kind(), () -> "in " + outcome);
        assertEquals(Status.TRUNCATED, outcome.status(), () -> "in " + outcome);
        assertNotNull(outcome.cause());
        assertTrue(closing.tookNs() < LONGEST_CLOSE_NS, () -> "close() took " + closing.tookNs() / 1_000_000 + " ms");
        assertEquals(fault.keepsMemory(), outcome.stats().memory().poolBytes() > 0, () -> "memory kept in " + outcome);
    }
}
