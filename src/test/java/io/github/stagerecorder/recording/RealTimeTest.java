package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Stats;
import io.github.stagerecorder.media.Ffprobe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A stage that paints at about 120 Hz is recorded in real time at 30 frames per second. */
@Timeout(60)
class RealTimeTest {
    private static final int PAINTS_PER_SECOND = 120;
    private static final int FRAMES_PER_SECOND = 30;
    private static final double SECONDS = 2;

    @TempDir
    Path folder;

    @Test
    void shouldTakeTheFilesRateWhenTheStagePaintsFaster() {
        try (RecordedStage stage = start(movie())) {
            double seconds = paint(stage, SECONDS);
            Stats stats = stage.end();
            double expected = seconds * FRAMES_PER_SECOND;
            assertEquals(expected, stats.taken() + stats.dropped(), 0.1 * expected);
        }
    }

    @Test
    void shouldCountEveryPaintOnceWhileRecording() {
        try (RecordedStage stage = start(movie())) {
            for (int paints = 1; paints <= 100; paints++) {
                stage.paint();
                Stats stats = stage.recorder().stats();
                assertEquals(paints, stats.calls());
                assertTrue(
                        stats.inFlight() >= 0
                                && stats.inFlight()
                                        <= stats.memory().slots()
                                                + stats.memory().planesSlots(),
                        stats::toString);
            }
        }
    }

    @Test
    void shouldHaveNothingInFlightWhenClosed() {
        try (RecordedStage stage = start(movie())) {
            paint(stage, 0.5);
            Stats stats = stage.end();
            assertTrue(stats.taken() > 1, stats::toString);
            assertEquals(stats.taken(), stats.delivered());
            assertEquals(0, stats.inFlight());
        }
    }

    @Test
    void shouldTimeFramesWithinTheRealDurationInIncreasingOrder() throws IOException {
        Path gdp = folder.resolve("stage.gdp");
        long startedNs = System.nanoTime();
        try (RecordedStage stage = start(StageRecorder.builder(gdp).pipeline(GdpFile.DESCRIPTION))) {
            paint(stage, 0.5);
        }
        long durationNs = System.nanoTime() - startedNs;
        List<Long> ptsNs = GdpFile.read(gdp).ptsNs();
        assertEquals(ptsNs.stream().distinct().sorted().toList(), ptsNs);
        assertEquals(0, ptsNs.get(0));
        assertTrue(ptsNs.get(ptsNs.size() - 1) < durationNs, ptsNs + " in " + durationNs + " ns");
    }

    @Test
    void shouldCutThePauseOutWhenResumed() throws InterruptedException {
        double seconds;
        try (RecordedStage stage = start(movie())) {
            seconds = paint(stage, 0.5);
            stage.recorder().pause();
            Thread.sleep(1_000);
            stage.recorder().resume();
            seconds += paint(stage, 0.5);
        }
        assertEquals(seconds, Ffprobe.of(folder.resolve("stage.mp4")).durationSeconds(), 0.15);
    }

    private RecorderBuilder movie() {
        return StageRecorder.builder(folder.resolve("stage.mp4"));
    }

    private static RecordedStage start(RecorderBuilder options) {
        return new RecordedStage(160, 120, options.frameRate(FRAMES_PER_SECOND));
    }

    /** Paints for this time and returns how long it really took. */
    private static double paint(RecordedStage stage, double seconds) {
        long startNs = System.nanoTime();
        for (int paint = 0; paint < seconds * PAINTS_PER_SECOND; paint++) {
            long dueNs = startNs + paint * 1_000_000_000L / PAINTS_PER_SECOND;
            while (System.nanoTime() < dueNs) {
                LockSupport.parkNanos(dueNs - System.nanoTime());
            }
            stage.paint();
        }
        return (System.nanoTime() - startNs) / 1e9;
    }
}
