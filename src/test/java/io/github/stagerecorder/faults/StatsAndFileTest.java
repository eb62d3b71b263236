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
    @CsvSource({"OWN_THREAD,WAIT", "OWN_THREAD,DROP", "RENDER_THREAD,WAIT", "RENDER_THREAD,DROP"})
    void shouldHoldExactlyTheFramesThatWereDelivered(EncodeOn encodeOn, WhenBehind whenBehind) {
        Path file = folder.resolve("stage.mkv");
        List<Integer> taken = record(file, SLOW + "x264enc ! matroskamux", encodeOn, whenBehind);
        assertEquals(taken, DecodedVideo.of(file).frameNumbers());
        assertEquals(taken.size(), Ffprobe.of(file).packetTicks().size());
    }

    @ParameterizedTest
    @CsvSource({"OWN_THREAD,WAIT", "OWN_THREAD,DROP", "RENDER_THREAD,WAIT", "RENDER_THREAD,DROP"})
    void shouldHoldNothingButDeliveredFramesWhenTheRateIsConstant(EncodeOn encodeOn, WhenBehind whenBehind) {
        Path file = folder.resolve("stage.ogg");
        List<Integer> taken = record(file, SLOW + "videorate ! theoraenc ! oggmux", encodeOn, whenBehind);
        List<Integer> numbers = DecodedVideo.of(file).frameNumbers();
        assertTrue(taken.containsAll(numbers), () -> numbers + " of " + taken);
        assertEquals(taken.get(0), numbers.get(0));
    }

    private static List<Integer> record(Path file, String pipeline, EncodeOn encodeOn, WhenBehind whenBehind) {
        try (WatchedStage stage = new WatchedStage(StageRecorder.builder(file)
                .pipeline(pipeline)
                .timing(Timing.FRAME_BY_FRAME)
                .encodeOn(encodeOn)
                .whenBehind(whenBehind))) {
            stage.paint(FRAMES);
            Closing closing = stage.end();
            assertNull(closing.kind(), () -> "" + closing.outcome());
            assertEquals(
                    whenBehind == WhenBehind.DROP, closing.outcome().stats().dropped() > 0);
            assertEquals(stage.takenNumbers().size(), closing.outcome().stats().delivered());
            return stage.takenNumbers();
        }
    }
}
