package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedVideo;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Records with every read strategy. Mesa's software renderer supports all of them, a graphics card's driver may not.
 */
class ReadStrategyTest extends OnStage {
    private static final int FRAMES = 20;

    @ParameterizedTest
    @CsvSource({
        "CLIENT, BGRX, OWN_THREAD", "MAPPED, BGRX, OWN_THREAD", "PERSISTENT, BGRX, OWN_THREAD",
                "PINNED, BGRX, OWN_THREAD",
        "CLIENT, RGBX, RENDER_THREAD", "MAPPED, RGBX, RENDER_THREAD", "PERSISTENT, RGBX, RENDER_THREAD",
                "PINNED, RGBX, RENDER_THREAD"
    })
    void shouldRecordEveryFrameWhenAStrategyIsForced(ReadStrategy strategy, ReadFormat format, EncodeOn encodeOn) {
        DriverSupport.assume(strategy);
        StageRecorder recorder = recorderTo("stage.mp4")
                .tuning(t -> t.readStrategy(strategy))
                .tuning(t -> t.readFormat(format))
                .encodeOn(encodeOn)
                .start();
        record(recorder, FRAMES);
        recorder.close();
        assertEquals(
                numbers(FRAMES), DecodedVideo.of(folder.resolve("stage.mp4")).frameNumbers());
        assertEquals(
                strategy.name().toLowerCase() + " " + format.pixelFormat().capsName(),
                recorder.stats().readStrategy());
        StatsIdentities.checkEnded(recorder.stats(), FRAMES);
        assertEquals(0, recorder.stats().memory().poolBytes());
    }

    @ParameterizedTest
    @EnumSource(ReadStrategy.class)
    void shouldFollowTheStageWhenItGrowsAndShrinks(ReadStrategy strategy) {
        DriverSupport.assume(strategy);
        surface.resize(2 * WIDTH_PX, 2 * HEIGHT_PX);
        StageRecorder recorder =
                recorderTo("stage.mkv").tuning(t -> t.readStrategy(strategy)).start();
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
        assertEquals(0, recorder.stats().memory().poolBytes());
    }

    /** When the last capture returns, the last reads are still pending on the GPU. */
    @ParameterizedTest
    @EnumSource(ReadStrategy.class)
    void shouldHaveTheLastFramesWhenFinishedInTheBackground(ReadStrategy strategy) {
        DriverSupport.assume(strategy);
        StageRecorder recorder =
                recorderTo("stage.mkv").tuning(t -> t.readStrategy(strategy)).start();
        record(recorder, 3);
        Outcome outcome = recorder.finish().toCompletableFuture().join();
        assertEquals(3, outcome.stats().delivered());
        recorder.close();
        assertEquals(0, recorder.stats().memory().poolBytes());
    }

    @ParameterizedTest
    @EnumSource(ReadStrategy.class)
    void shouldAccountForEveryFrameWhenClosedFromAnotherThread(ReadStrategy strategy) {
        DriverSupport.assume(strategy);
        StageRecorder recorder =
                recorderTo("stage.mkv").tuning(t -> t.readStrategy(strategy)).start();
        record(recorder, FRAMES);
        CompletableFuture.runAsync(recorder::close).join();
        Stats stats = recorder.stats();
        StatsIdentities.checkEnded(stats, FRAMES);
        assertEquals(FRAMES, stats.delivered() + stats.losses().atClose());
        assertEquals(
                stats.delivered(),
                DecodedVideo.of(folder.resolve("stage.mkv")).frameNumbers().size());
        recorder.close();
        assertEquals(0, recorder.stats().memory().poolBytes());
    }

    @Test
    void shouldReportWhatTheDriverWasFoundCheapestIn() {
        StageRecorder recorder = recorderTo("stage.mkv").start();
        record(recorder, 1);
        recorder.close();
        String[] choice = recorder.stats().readStrategy().split(" ");
        assertTrue(Arrays.stream(ReadStrategy.values())
                .anyMatch(strategy -> strategy.name().equalsIgnoreCase(choice[0])));
        assertTrue(List.of("BGRx", "RGBx").contains(choice[1]));
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
