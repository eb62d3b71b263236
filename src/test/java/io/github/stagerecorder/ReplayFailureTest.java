package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.Preflight.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Replays of an encoder that fails, and in a budget that is too small. */
class ReplayFailureTest extends OnStage {
    private static final int ENCODED = 40;
    private static final int BUDGET_BYTES = 1 << 20;

    private StageRecorder recorderThatFails() {
        return recorderTo("stage.mkv")
                .pipeline("identity error-after=" + (ENCODED + 1) + " ! x264enc tune=zerolatency ! matroskamux")
                .replay(Duration.ofSeconds(2))
                .start();
    }

    private void recordUntilItHasFailed(StageRecorder recorder, int first) throws InterruptedException {
        for (int i = first; drawAndCapture(recorder, i) != CaptureResult.FAILED; i++) {
            Thread.sleep(1);
        }
    }

    /** What was encoded before is still there, until the recorder is closed. */
    @Test
    void shouldSaveWhatIsHeldAfterTheEncoderHasFailed() throws Exception {
        StageRecorder recorder = recorderThatFails();
        recordUntilItHasFailed(recorder, 0);
        SavedReplay saved = recorder.saveReplay(folder.resolve("replay.mkv")).join();
        ReplayFrames.check(saved, ENCODED - 1);
        assertThrows(RecordingException.class, recorder::close);
        assertThrows(IllegalStateException.class, () -> recorder.saveReplay(folder.resolve("late.mkv")));
    }

    @Test
    void shouldCompleteASaveThatIsUnderWayWhenTheEncoderFails() throws Exception {
        StageRecorder recorder = recorderThatFails();
        record(recorder, 30);
        CompletableFuture<SavedReplay> save = recorder.saveReplay(folder.resolve("replay.mkv"));
        recordUntilItHasFailed(recorder, 30);
        ReplayFrames.check(save.join(), 29);
        assertThrows(RecordingException.class, recorder::close);
    }

    @Test
    void shouldWarnOfABudgetThatCannotHoldTheTime() {
        RecorderBuilder builder = recorderTo("stage.mp4").replay(Duration.ofMinutes(10), BUDGET_BYTES);
        String words = "the replay's budget of " + BUDGET_BYTES + " bytes";
        Preflight.Finding only = builder.preflight().findings().get(0);
        assertEquals(Level.WARNING, only.level());
        assertTrue(only.what().contains(words), only.what());
        try (LoggedLines log = new LoggedLines();
                StageRecorder recorder = builder.start()) {
            record(recorder, 1);
            OnSwitch.await(() -> log.countOf("WARNING " + words) == 1);
        }
    }

    @Test
    void shouldNotWarnOfABudgetThatHoldsTheTime() {
        RecorderBuilder builder = recorderTo("stage.mp4").replay(Duration.ofSeconds(10), BUDGET_BYTES);
        assertTrue(builder.preflight().findings().isEmpty());
        try (LoggedLines log = new LoggedLines();
                StageRecorder recorder = builder.start()) {
            record(recorder, 1);
            assertEquals(0, log.countOf("budget"), log.all()::toString);
        }
    }
}
