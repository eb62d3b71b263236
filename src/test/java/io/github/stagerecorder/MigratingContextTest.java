package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.stagerecorder.demo.Stage;
import io.github.stagerecorder.media.DecodedVideo;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A recording belongs to its GL context. Whichever thread has that current may capture, and end the recording. */
class MigratingContextTest extends OnStage {
    private static final int FRAMES_A_THREAD = 5;

    private final ExecutorService otherThread = Executors.newSingleThreadExecutor();

    @ParameterizedTest
    @EnumSource(ReadStrategy.class)
    void shouldRecordEveryFrameWhenTheContextMovesToAnotherThreadAndBack(ReadStrategy strategy) throws Exception {
        DriverSupport.assume(strategy);
        StageRecorder recorder =
                recorderTo("stage.mkv").tuning(t -> t.readStrategy(strategy)).start();
        paint(recorder, stage, 0);
        onTheOtherThread(() -> paint(recorder, stage, 1));
        paint(recorder, stage, 2);
        onTheOtherThread(() -> {
            paint(recorder, stage, 3);
            recorder.close();
        });
        assertEquals(
                IntStream.range(0, 4 * FRAMES_A_THREAD).boxed().toList(),
                DecodedVideo.of(folder.resolve("stage.mkv")).frameNumbers());
        StatsIdentities.checkEnded(recorder.stats(), 4 * FRAMES_A_THREAD);
        assertEquals(0, recorder.stats().memory().poolBytes());
        assertEquals(0, recorder.stats().lost());
    }

    private static void paint(StageRecorder recorder, Stage stage, int part) {
        for (int i = part * FRAMES_A_THREAD; i < (part + 1) * FRAMES_A_THREAD; i++) {
            stage.draw(i, i / 30.0);
            assertEquals(CaptureResult.TAKEN, recorder.capture());
        }
    }

    /** With the context current there, and here again afterwards. */
    private void onTheOtherThread(Runnable body) throws Exception {
        CurrentContext context = CurrentContext.now();
        context.release();
        Future<?> done = otherThread.submit(() -> {
            context.make();
            try {
                body.run();
            } finally {
                context.release();
            }
        });
        assertNull(done.get());
        context.make();
    }
}
