package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.Outcome;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import io.github.stagerecorder.media.Ffprobe;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One frame, followed by three seconds without painting. One stage is recorded into all containers at the same time.
 */
@Timeout(60)
class StillStageTest {
    private static final long STILL_MS = 3_000;
    private static final double FRAME_SECONDS = 1.0 / 30;
    private static final double TOLERANCE_SECONDS = 0.15;

    @TempDir
    static Path folder;

    private static final Map<Container, Outcome> OUTCOMES = new EnumMap<>(Container.class);
    private static double stillSeconds;

    @BeforeAll
    static void recordIntoAllContainers() throws InterruptedException {
        try (OffscreenSurface surface = new OffscreenSurface(320, 180);
                Stage stage = new Stage(320, 180)) {
            stage.draw(0, 0);
            Map<Container, StageRecorder> recorders = start(surface);
            recorders.values().forEach(StageRecorder::capture);
            long capturedNs = System.nanoTime();
            Thread.sleep(STILL_MS);
            stillSeconds = (System.nanoTime() - capturedNs) / 1e9;
            finish(recorders);
        }
    }

    private static Map<Container, StageRecorder> start(OffscreenSurface surface) {
        Map<Container, StageRecorder> recorders = new EnumMap<>(Container.class);
        for (Container container : Container.values()) {
            recorders.put(
                    container,
                    StageRecorder.builder(container.fileIn(folder))
                            .size(surface.widthPx(), surface.heightPx())
                            .start());
        }
        return recorders;
    }

    private static void finish(Map<Container, StageRecorder> recorders) {
        Map<Container, CompletionStage<Outcome>> ends = new EnumMap<>(Container.class);
        recorders.forEach((container, recorder) -> ends.put(container, recorder.finish()));
        ends.forEach((container, end) ->
                OUTCOMES.put(container, end.toCompletableFuture().join()));
    }

    @ParameterizedTest
    @EnumSource
    void shouldKeepItsLengthWhenTheStageStandsStill(Container container) {
        double durationSeconds = Ffprobe.of(container.fileIn(folder)).durationSeconds();
        assertEquals(stillSeconds + FRAME_SECONDS / 2, durationSeconds, TOLERANCE_SECONDS + FRAME_SECONDS / 2);
    }

    @ParameterizedTest
    @EnumSource
    void shouldCountTheRepeatedPictureWhenTheStageStandsStill(Container container) {
        assertTrue(OUTCOMES.get(container).stats().repeated() > 0);
    }

    @ParameterizedTest
    @EnumSource
    void shouldBePlayableToTheEndWhenTheStageStandsStill(Container container) {
        assertEquals(stillSeconds, OUTCOMES.get(container).playableUntilNs() / 1e9, TOLERANCE_SECONDS);
    }
}
