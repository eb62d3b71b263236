package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.readback.Strategy;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every strategy of reading back, in recordings; Mesa's software renderer has them all, a card's driver perhaps not. */
class ReadStrategyTest extends OnStage {
    private static final int FRAMES = 20;

    @ParameterizedTest
    @CsvSource({
        "CLIENT, BGRx, true", "MAPPED, BGRx, true", "PERSISTENT, BGRx, true", "PINNED, BGRx, true",
        "CLIENT, RGBx, false", "MAPPED, RGBx, false", "PERSISTENT, RGBx, false", "PINNED, RGBx, false"
    })
    void shouldRecordEveryFrameWhenAStrategyIsForced(ReadStrategy strategy, String format, boolean parallel) {
        DriverSupport.assume(strategy);
        StageRecorder recorder = recorderTo("stage.mp4")
                .readStrategy(strategy)
                .readFormat(format)
                .parallel(parallel)
                .start();
        record(recorder, FRAMES);
        recorder.close();
        assertEquals(
                numbers(FRAMES), DecodedVideo.of(folder.resolve("stage.mp4")).frameNumbers());
        assertEquals(
                strategy.name().toLowerCase() + " " + format, recorder.stats().readStrategy());
        StatsIdentities.checkEnded(recorder.stats(), FRAMES);
        assertEquals(0, recorder.stats().poolBytes());
    }

    @ParameterizedTest
    @EnumSource(ReadStrategy.class)
    void shouldFollowTheStageWhenItGrowsAndShrinks(ReadStrategy strategy) {
        DriverSupport.assume(strategy);
        surface.resize(2 * WIDTH_PX, 2 * HEIGHT_PX);
        StageRecorder recorder = recorderTo("stage.mkv").readStrategy(strategy).start();
        int frame = 0;
        for (int scale : new int[] {1, 2, 1, 2}) {
            stage.resize(scale * WIDTH_PX, scale * HEIGHT_PX);
            recorder.resize(scale * WIDTH_PX, scale * HEIGHT_PX);
            for (int i = 0; i < 5; i++) {
                assertEquals(CaptureResult.TAKEN, drawAndCapture(recorder, frame++));
            }
        }
        recorder.close();
        assertEquals(
                numbers(frame), DecodedVideo.of(folder.resolve("stage.mkv")).frameNumbers());
        assertEquals(0, recorder.stats().poolBytes());
    }

    /** The last reads are still with the GPU when the last capture returns. */
    @ParameterizedTest
    @EnumSource(ReadStrategy.class)
    void shouldHaveTheLastFramesWhenFinishedInTheBackground(ReadStrategy strategy) {
        DriverSupport.assume(strategy);
        StageRecorder recorder = recorderTo("stage.mkv").readStrategy(strategy).start();
        record(recorder, 3);
        Outcome outcome = recorder.finish().toCompletableFuture().join();
        assertEquals(3, outcome.stats().delivered());
        recorder.close();
        assertEquals(0, recorder.stats().poolBytes());
    }

    @ParameterizedTest
    @EnumSource(ReadStrategy.class)
    void shouldAccountForEveryFrameWhenClosedFromAnotherThread(ReadStrategy strategy) {
        DriverSupport.assume(strategy);
        StageRecorder recorder = recorderTo("stage.mkv").readStrategy(strategy).start();
        record(recorder, FRAMES);
        CompletableFuture.runAsync(recorder::close).join();
        Stats stats = recorder.stats();
        StatsIdentities.checkEnded(stats, FRAMES);
        assertEquals(FRAMES, stats.delivered() + stats.lostAtClose());
        assertEquals(
                stats.delivered(),
                DecodedVideo.of(folder.resolve("stage.mkv")).frameNumbers().size());
        recorder.close();
        assertEquals(0, recorder.stats().poolBytes());
    }

    @Test
    void shouldReportWhatTheDriverWasFoundCheapestIn() {
        StageRecorder recorder = recorderTo("stage.mkv").start();
        record(recorder, 1);
        recorder.close();
        String[] choice = recorder.stats().readStrategy().split(" ");
        assertTrue(Arrays.stream(Strategy.values())
                .anyMatch(strategy -> strategy.toString().equals(choice[0])));
        assertTrue(List.of("BGRx", "RGBx").contains(choice[1]));
    }

    @Test
    void shouldRefuseAFormatThatCannotBeRead() {
        var failure = assertThrows(
                IllegalArgumentException.class, () -> recorderTo("stage.mkv").readFormat("I420"));
        assertTrue(failure.getMessage().contains("I420"));
    }

    /** The public names and the readback's own stand for each other. */
    @Test
    void shouldKnowTheSameStrategiesAsTheReadback() {
        assertEquals(
                Arrays.stream(Strategy.values()).map(Enum::name).toList(),
                Arrays.stream(ReadStrategy.values()).map(Enum::name).toList());
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
