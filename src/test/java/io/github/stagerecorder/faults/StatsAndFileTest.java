package io.github.stagerecorder.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.EncodeOn;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.WhenBehind;
import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.Ffprobe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file holds what the statistics count, on a stage that is faster than its encoder. */
@Timeout(60)
class StatsAndFileTest {
    private static final int FRAMES = 60;
    private static final String SLOW = "identity sleep-time=8000 ! ";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"true,WAIT", "true,DROP", "false,WAIT", "false,DROP"})
    void shouldHoldExactlyTheFramesThatWereDelivered(boolean parallel, WhenBehind whenFull) {
        Path file = folder.resolve("stage.mkv");
        List<Integer> taken = record(file, SLOW + "x264enc ! matroskamux", parallel, whenFull);
        assertEquals(taken, DecodedVideo.of(file).frameNumbers());
        assertEquals(taken.size(), Ffprobe.of(file).packetTicks().size());
    }

    @ParameterizedTest
    @CsvSource({"true,WAIT", "true,DROP", "false,WAIT", "false,DROP"})
    void shouldHoldNothingButDeliveredFramesWhenTheRateIsConstant(boolean parallel, WhenBehind whenFull) {
        Path file = folder.resolve("stage.ogg");
        List<Integer> taken = record(file, SLOW + "videorate ! theoraenc ! oggmux", parallel, whenFull);
        List<Integer> numbers = DecodedVideo.of(file).frameNumbers();
        assertTrue(taken.containsAll(numbers), () -> numbers + " of " + taken);
        assertEquals(taken.get(0), numbers.get(0));
    }

    private static List<Integer> record(Path file, String pipeline, boolean parallel, WhenBehind whenFull) {
        try (WatchedStage stage = new WatchedStage(StageRecorder.builder(file)
                .pipeline(pipeline)
                .timing(Timing.FRAME_BY_FRAME)
                .encodeOn(parallel ? EncodeOn.OWN_THREAD : EncodeOn.RENDER_THREAD)
                .whenBehind(whenFull))) {
            stage.paint(FRAMES);
            Closing closing = stage.end();
            assertNull(closing.kind(), () -> "" + closing.outcome());
            assertEquals(whenFull == WhenBehind.DROP, closing.outcome().stats().dropped() > 0);
            assertEquals(stage.takenNumbers().size(), closing.outcome().stats().delivered());
            return stage.takenNumbers();
        }
    }
}
