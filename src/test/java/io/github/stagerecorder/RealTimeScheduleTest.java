package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.Ffprobe;
import io.github.stagerecorder.recording.GdpFile;
import io.github.stagerecorder.recording.RecordedStage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records in real time at 50 frames per second, one frame every 20 ms, with a clock that the test sets. */
@Timeout(60)
class RealTimeScheduleTest {
    private static final long MS = 1_000_000;

    @TempDir
    Path folder;

    private long nowNs = 5_000 * MS;

    @Test
    void shouldStampFramesWithTheClockWhenItIsUneven() throws IOException {
        try (RecordedStage stage = start("stage.gdp")) {
            paintAfter(stage, 0, 23 * MS, 19 * MS + 1, 40 * MS, 18 * MS);
        }
        assertEquals(List.of(0L, 23 * MS, 42 * MS + 1, 82 * MS + 1, 100 * MS + 1), recordedNs());
    }

    @Test
    void shouldSkipPaintsAboveTheRateWhenTheStagePaintsFaster() {
        try (RecordedStage stage = start("stage.gdp")) {
            paintAfter(stage, 0, 5 * MS, 5 * MS, 5 * MS, 5 * MS, 5 * MS, 5 * MS, 5 * MS, 5 * MS);
            Stats stats = stage.end();
            assertEquals(3, stats.taken());
            assertEquals(6, stats.skips().aboveRate());
        }
    }

    @Test
    void shouldCutThePauseOutWhenResumed() throws IOException {
        try (RecordedStage stage = start("stage.gdp")) {
            paintAfter(stage, 0, 20 * MS);
            nowNs += 7 * MS;
            stage.recorder().pause();
            paintAfter(stage, 900 * MS);
            stage.recorder().resume();
            paintAfter(stage, 13 * MS, 20 * MS);
            assertEquals(1, stage.end().skips().paused());
        }
        assertEquals(List.of(0L, 20 * MS, 40 * MS, 60 * MS), recordedNs());
    }

    @Test
    void shouldEndWhereThePauseBeganWhenItIsNotResumed() {
        try (RecordedStage stage = start("stage.mp4")) {
            paintAfter(stage, 0, 20 * MS);
            nowNs += 480 * MS;
            stage.recorder().pause();
            nowNs += 5_000 * MS;
        }
        assertEquals(0.5, Ffprobe.of(folder.resolve("stage.mp4")).durationSeconds(), 0.021);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage.ogg", "stage.ogv", "stage.webm", "stage.mkv", "stage.mp4", "stage.mov"})
    void shouldShowAPictureNoEarlierThanItWasPaintedWhenTheStageStoodStill(String name) {
        Path file = folder.resolve(name);
        try (RecordedStage stage = start(name)) {
            paintAfter(stage, 0, 2_000 * MS);
            nowNs += 20 * MS;
        }
        List<Integer> numbers = DecodedVideo.of(file).frameNumbers();
        long tick = Ffprobe.frameTicks(file).get(numbers.indexOf(1));
        assertEquals(2_000, Ffprobe.of(file).timeBase().ticksToNs(tick) / 1e6, 21);
    }

    private RecordedStage start(String name) {
        RecorderBuilder options = StageRecorder.builder(folder.resolve(name))
                .frameRate(50)
                .whenBehind(WhenBehind.WAIT)
                .clockNs(() -> nowNs); // the clock runs ahead of the encoder
        return new RecordedStage(64, 64, name.endsWith("gdp") ? options.pipeline(GdpFile.DESCRIPTION) : options);
    }

    private void paintAfter(RecordedStage stage, long... stepsNs) {
        for (long stepNs : stepsNs) {
            nowNs += stepNs;
            stage.paint();
        }
    }

    private List<Long> recordedNs() throws IOException {
        return GdpFile.read(folder.resolve("stage.gdp")).ptsNs();
    }
}
