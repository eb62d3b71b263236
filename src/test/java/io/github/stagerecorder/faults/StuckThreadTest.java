package io.github.stagerecorder.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.BinInput;
import io.github.stagerecorder.Outcome;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A streaming thread is stuck until everything has given up waiting for it, and continues later. */
@Timeout(60)
class StuckThreadTest {
    private static final String STOPPER = "stagerecorder-stop";

    @Test
    void shouldKeepWhatIsLentUntilTheThreadGoesOn() throws InterruptedException {
        long stuckMs = 1500;
        try (WatchedStage stage = new WatchedStage(StageRecorder.builder()
                .pipeline("identity name=late ! fakesink")
                .timing(Timing.FRAME_BY_FRAME)
                .closeTimeout(Duration.ofMillis(200)))) {
            stage.paint(3);
            new BinInput(stage.recorder()).named("late").set("sleep-time", (int) stuckMs * 1000);
            stage.paint(2);
            Outcome outcome = stage.end().outcome();
            assertTrue(outcome.stats().memory().poolBytes() > 0, outcome::toString);
            assertTrue(stopperRuns(), "the pipeline has stopped, so nothing was stuck");
            for (int ms = 0; ms < 20_000 && stopperRuns(); ms += 10) {
                Thread.sleep(10);
            }
            assertFalse(stopperRuns(), "the pipeline never stopped");
            assertEquals(outcome.stats(), stage.recorder().stats(), "the count is final");
        }
    }

    private static boolean stopperRuns() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals(STOPPER));
    }
}
