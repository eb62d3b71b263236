package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reading pixels may trigger a paint, and the paint a capture. Here the clock makes the nested call. */
class NestedCaptureTest extends OnStage {
    private final List<CaptureResult> nested = new ArrayList<>();
    private StageRecorder recorder;
    private boolean within;

    private long clockThatPaints() {
        if (recorder != null && !within) {
            within = true;
            nested.add(recorder.capture());
            assertThrows(IllegalStateException.class, recorder::finish);
            assertThrows(IllegalStateException.class, () -> recorder.resize(64, 64));
            within = false;
        }
        return System.nanoTime();
    }

    @Test
    void shouldSkipACaptureInsideACapture() {
        recorder = recorderTo("stage.mkv")
                .timing(Timing.REAL_TIME)
                .clockNs(this::clockThatPaints)
                .start();
        assertEquals(CaptureResult.TAKEN, drawAndCapture(recorder, 0));
        assertEquals(List.of(CaptureResult.SKIPPED), nested);
        within = true;
        recorder.close();
        assertEquals(1, recorder.stats().skips().nested());
        StatsIdentities.checkEnded(recorder.stats(), 2);
    }
}
