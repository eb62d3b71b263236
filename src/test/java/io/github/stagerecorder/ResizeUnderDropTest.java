package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Under DROP a resize waits for nothing, even if the budget has no room for a third generation of slots. */
class ResizeUnderDropTest extends OnStage {
    /** Holds the slots of any two of the three sizes, and not of all. */
    private static final long BUDGET_BYTES = 4_500_000;

    @ParameterizedTest
    @EnumSource(
            value = ReadStrategy.class,
            names = {"CLIENT", "MAPPED"})
    void shouldDropUntilThereIsRoom(ReadStrategy strategy) {
        StageRecorder recorder = recorderWith("identity sleep-time=1000000 ! fakesink")
                .whenBehind(WhenBehind.DROP)
                .memoryBudget(BUDGET_BYTES)
                .tuning(t -> t.readStrategy(strategy))
                .start();
        drawAndCapture(recorder, 0);
        resize(recorder, 400, 300);
        assertEquals(CaptureResult.TAKEN, drawAndCapture(recorder, 1));
        drawAndCapture(recorder, 2); // hands over what the GPU was still reading
        long startNs = System.nanoTime();
        resize(recorder, 480, 360);
        long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNs);
        assertTrue(tookMs < 500, tookMs + " ms");
        assertEquals(CaptureResult.DROPPED, drawAndCapture(recorder, 3));
        long captures = 4;
        while (recorder.stats().memory().poolBytes() > BUDGET_BYTES
                || drawAndCapture(recorder, 4) != CaptureResult.TAKEN) {
            captures++; // the class's time limit ends this
        }
        recorder.close();
        StatsIdentities.checkEnded(recorder.stats(), captures + 1);
        assertTrue(recorder.stats().drops().poolFull() > 0, recorder.stats().toString());
        assertEquals(0, recorder.stats().lost());
    }

    private void resize(StageRecorder recorder, int widthPx, int heightPx) {
        surface.resize(widthPx, heightPx);
        stage.resize(widthPx, heightPx);
        recorder.resize(widthPx, heightPx);
    }
}
