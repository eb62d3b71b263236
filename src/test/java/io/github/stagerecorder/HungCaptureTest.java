package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A render thread hangs inside a capture while another thread closes the recorder, and then continues. */
class HungCaptureTest extends OnStage {
    private StageRecorder recorder;
    private boolean hanging;

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

    private long clockThatHangs() {
        if (hanging) {
            hanging = false;
            CompletableFuture.runAsync(recorder::close)
                    .handle((done, failure) -> done)
                    .join();
        }
        return System.nanoTime();
    }
}
