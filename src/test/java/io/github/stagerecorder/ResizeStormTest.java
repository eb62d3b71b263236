package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.Outcome.FileOutcome;
import io.github.stagerecorder.media.DecodedVideo;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A user drags the window's corner, minimises the window and restores it. */
class ResizeStormTest extends OnStage {
    private static final int RESIZES = 200;
    private static final int FPS = 100;
    private static final int WIDEST_PX = 640;
    private static final int HIGHEST_PX = 480;

    private final Random random = new Random(20101);

    @ParameterizedTest
    @EnumSource(WhenBehind.class)
    void shouldRecordTheWholeStormIntoOneFile(WhenBehind whenBehind) {
        StageRecorder recorder =
                recorderTo("stage.mp4").frameRate(FPS).whenBehind(whenBehind).start();
        storm(recorder, 1);
        recorder.close();
        Stats stats = recorder.stats();
        StatsIdentities.checkEnded(stats, RESIZES);
        assertEquals(0, stats.lost(), stats.toString());
        assertTrue(stats.skips().size() > 0, stats.toString());
        assertEquals(0, stats.memory().poolBytes());
        assertEquals(
                stats.delivered(),
                DecodedVideo.of(folder.resolve("stage.mp4")).frameNumbers().size());
    }

    @ParameterizedTest
    @EnumSource(WhenBehind.class)
    void shouldRecordTheStormIntoAFileForEachSize(WhenBehind whenBehind) {
        StageRecorder recorder = recorderTo("stage.mp4")
                .frameRate(FPS)
                .whenBehind(whenBehind)
                .onResize(ResizePolicy.NEW_FILE)
                .start();
        storm(recorder, 4);
        Outcome outcome = recorder.finish().toCompletableFuture().join();
        recorder.close();
        StatsIdentities.checkEnded(outcome.stats(), RESIZES / 4);
        assertTrue(outcome.stats().skips().size() > 0, outcome.stats().toString());
        assertEquals(0, outcome.stats().lost(), outcome.stats().toString());
        assertEquals(0, recorder.stats().memory().poolBytes());
        assertEquals(
                outcome.stats().delivered(),
                outcome.files().stream().mapToInt(this::frames).sum());
    }

    private int frames(FileOutcome file) {
        assertEquals(Outcome.Status.COMPLETE, file.status(), file::toString);
        return DecodedVideo.of(file.path()).frameNumbers().size();
    }

    private void storm(StageRecorder recorder, int resizesPerCapture) {
        for (int i = 0; i < RESIZES; i++) {
            resizeSomehow(recorder, i);
            if (i % resizesPerCapture == 0) {
                drawAndCapture(recorder, i);
            }
            StatsIdentities.check(recorder.stats(), i / resizesPerCapture + 1);
        }
    }

    private void resizeSomehow(StageRecorder recorder, int index) {
        switch (index % 10) {
            case 4 -> resize(recorder, 1, 1);
            case 6 -> recorder.resize(0, 0);
            default -> resize(recorder, 1 + random.nextInt(WIDEST_PX), 1 + random.nextInt(HIGHEST_PX));
        }
    }

    private void resize(StageRecorder recorder, int widthPx, int heightPx) {
        surface.resize(widthPx, heightPx);
        stage.resize(widthPx, heightPx);
        recorder.resize(widthPx, heightPx);
    }

    @Test
    void shouldSkipUntilTheStageHasPixelsAgain() {
        StageRecorder recorder = recorderTo("stage.mkv").start();
        assertEquals(CaptureResult.TAKEN, drawAndCapture(recorder, 0));
        recorder.resize(0, 0);
        assertEquals(CaptureResult.SKIPPED, drawAndCapture(recorder, 1));
        recorder.resize(WIDTH_PX, 0);
        assertEquals(CaptureResult.SKIPPED, drawAndCapture(recorder, 2));
        recorder.resize(WIDTH_PX, HEIGHT_PX);
        assertEquals(CaptureResult.TAKEN, drawAndCapture(recorder, 3));
        recorder.close();
        assertEquals(2, recorder.stats().skips().size());
        assertEquals(List.of(0, 3), DecodedVideo.of(folder.resolve("stage.mkv")).frameNumbers());
    }

    @ParameterizedTest
    @EnumSource(ReadStrategy.class)
    void shouldHoldTheOldGenerationOnlyUntilItsLastSlotReturns(ReadStrategy strategy) {
        StageRecorder recorder = recorderWith("identity sleep-time=50000 ! fakesink")
                .tuning(t -> t.readStrategy(strategy))
                .start();
        long smallBytes = recorder.stats().memory().poolBytes();
        record(recorder, 3);
        resize(recorder, 2 * WIDTH_PX, 2 * HEIGHT_PX);
        long bothBytes = recorder.stats().memory().poolBytes();
        while (recorder.stats().memory().poolBytes() > bothBytes - smallBytes) {
            drawAndCapture(recorder, 3); // the class's time limit ends this
        }
        assertTrue(recorder.stats().delivered() >= 3, recorder.stats().toString());
        assertEquals(bothBytes - smallBytes, recorder.stats().memory().poolBytes());
        recorder.close();
        assertEquals(0, recorder.stats().memory().poolBytes());
    }
}
