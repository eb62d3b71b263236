package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.settings.PixelFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A pool with the fewest slots that a budget allows does not hang and does not drop frames forever, whatever number of
 * frames the encoder keeps.
 */
class FewestSlotsTest extends OnStage {
    private static final long READ_BYTES =
            Picture.asRead(WIDTH_PX, HEIGHT_PX, PixelFormat.BGRX).slotBytes();
    private static final long PLANES_BYTES =
            Picture.upright(WIDTH_PX, HEIGHT_PX, PixelFormat.I420).slotBytes();

    private static final String KEEPS_MANY =
            "x264enc speed-preset=ultrafast rc-lookahead=40 sync-lookahead=10 bframes=3 ! matroskamux";

    @ParameterizedTest
    @CsvSource({
        "x264enc ! matroskamux, OWN_THREAD",
        "x264enc ! matroskamux, RENDER_THREAD",
        "queue ! x264enc ! matroskamux, OWN_THREAD",
        "tee name=t ! queue max-size-time=0 ! vp8enc deadline=1 ! matroskamux t. ! queue ! x264enc ! fakesink, OWN_THREAD",
        "vp8enc deadline=1 lag-in-frames=10 ! matroskamux, OWN_THREAD"
    })
    void shouldEncodeEveryFrameWhenTheRenderThreadWaits(String description, EncodeOn encodeOn) {
        StageRecorder recorder =
                withFewestSlots(recorderTo("stage.mkv").pipeline(description).encodeOn(encodeOn));
        record(recorder, 100);
        recorder.close();
        assertEquals(frames(100), DecodedVideo.of(folder.resolve("stage.mkv")).frameNumbers());
        StatsIdentities.checkEnded(recorder.stats(), 100);
        assertEquals(0, recorder.stats().dropped());
    }

    @ParameterizedTest
    @EnumSource(EncodeOn.class)
    void shouldGoOnTakingFramesWhenTheRenderThreadDropsThem(EncodeOn encodeOn) throws Exception {
        StageRecorder recorder = withFewestSlots(
                recorderTo("stage.mkv").pipeline(KEEPS_MANY).encodeOn(encodeOn).whenBehind(WhenBehind.DROP));
        for (int i = 0; i < 100; i++) {
            drawAndCapture(recorder, i);
            Thread.sleep(5);
        }
        recorder.close();
        Stats stats = recorder.stats();
        StatsIdentities.checkEnded(stats, 100);
        assertEquals(stats.taken(), stats.delivered());
        List<Integer> shown = DecodedVideo.of(folder.resolve("stage.mkv")).frameNumbers();
        assertEquals(stats.taken(), shown.size());
        assertTrue(shown.get(shown.size() - 1) > 90, shown.toString());
    }

    @Test
    void shouldTakeAPresetThatKeepsNoFrameWhenThereIsNoRoomForMore() {
        StageRecorder recorder = recorderTo("stage.mp4")
                .memoryBudget(2 * READ_BYTES + 2 * PLANES_BYTES)
                .start();
        record(recorder, 20);
        recorder.close();
        assertEquals(frames(20), DecodedVideo.of(folder.resolve("stage.mp4")).frameNumbers());
    }

    @ParameterizedTest
    @CsvSource({"OWN_THREAD, 1000", "RENDER_THREAD, 1000"})
    void shouldEncodeAThousandFramesWithTwoSlotsOfEachKind(EncodeOn encodeOn, int count) {
        StageRecorder recorder = recorderTo("stage.mkv")
                .pipeline("x264enc tune=zerolatency ! matroskamux")
                .memoryBudget(2 * READ_BYTES + 2 * PLANES_BYTES)
                .encodeOn(encodeOn)
                .start();
        assertEquals(2, recorder.stats().memory().slots());
        assertEquals(2, recorder.stats().memory().planesSlots());
        record(recorder, count);
        recorder.close();
        assertEquals(frames(count), DecodedVideo.of(folder.resolve("stage.mkv")).frameNumbers());
    }

    @Test
    void shouldStartNewGenerationsOfBothSetsWhenTheStageGrows() {
        surface.resize(2 * WIDTH_PX, 2 * HEIGHT_PX);
        StageRecorder recorder = recorderTo("stage.mkv").pipeline(KEEPS_MANY).start();
        record(recorder, 60);
        recorder.resize(2 * WIDTH_PX, 2 * HEIGHT_PX);
        stage.resize(2 * WIDTH_PX, 2 * HEIGHT_PX);
        for (int i = 60; i < 120; i++) {
            drawAndCapture(recorder, i);
        }
        recorder.close();
        assertEquals(frames(120), DecodedVideo.of(folder.resolve("stage.mkv")).frameNumbers());
        assertEquals(0, recorder.stats().memory().poolBytes());
    }

    /**
     * Sets the budget to the fewest slots. With one byte less, the start is refused with both numbers in the message.
     */
    private static StageRecorder withFewestSlots(RecorderBuilder options) {
        StageRecorder ample = options.start();
        Stats stats = ample.stats();
        ample.finish().toCompletableFuture().join();
        int planes = stats.memory().planesSlots() - 2; // four more than the encoder keeps are wanted, two are needed
        long leastBytes = 2 * READ_BYTES + planes * PLANES_BYTES;
        var refusal = assertThrows(IllegalArgumentException.class, options.memoryBudget(leastBytes - 1)::start);
        assertTrue(refusal.getMessage().contains(leastBytes + " bytes"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(leastBytes - 1 + " bytes"), refusal.getMessage());
        StageRecorder recorder = options.memoryBudget(leastBytes).start();
        assertEquals(2, recorder.stats().memory().slots());
        assertEquals(planes, recorder.stats().memory().planesSlots());
        return recorder;
    }

    private static List<Integer> frames(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
