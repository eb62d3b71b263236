package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.readback.Reading;
import io.github.stagerecorder.readback.Source;
import io.github.stagerecorder.readback.TrialResults;
import io.github.stagerecorder.settings.Colour;
import io.github.stagerecorder.settings.Colour.Matrix;
import io.github.stagerecorder.settings.Colour.Range;
import io.github.stagerecorder.settings.PixelFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A recording begins with the simplest way to read, goes over to a clearly cheaper one without losing a frame, and the
 * next recording begins with that. Reading BGRx is slow on Mesa's software renderer, so what is made up here is only
 * how cheap the others are.
 */
class CheaperReadingTest extends OnStage {
    private static final int FRAMES = 30;
    private static final int STAGE_WIDTH_PX = 1280;
    private static final long DEAR_NS = 1_000_000_000L;
    private static final long CHEAP_NS = 1_000;

    @BeforeEach
    void enlargeStage() {
        surface.resize(STAGE_WIDTH_PX, 720);
        stage.resize(STAGE_WIDTH_PX, 720);
    }

    @Test
    void shouldGoOverToACheaperStrategyAndBeginWithItTheNextTime() {
        DriverSupport.assume(ReadStrategy.MAPPED);
        StageRecorder recorder = begin("a.mkv", 700);
        put(ReadStrategy.MAPPED, 700, CHEAP_NS);
        put(ReadStrategy.PINNED, 700, DEAR_NS);
        putPlanes(700, DEAR_NS);
        assertEquals("client BGRx", recorder.stats().readStrategy());
        recordAll(recorder, "a.mkv");
        assertEquals("mapped BGRx", recorder.stats().readStrategy());

        StageRecorder next = begin("b.mkv", 700);
        assertEquals("mapped BGRx", next.stats().readStrategy());
        recordAll(next, "b.mkv");
    }

    /** What is read into the recorder's memory survives the GL context. */
    @Test
    void shouldPreferTheRecordersOwnMemoryWhereThatIsAboutAsCheap() {
        DriverSupport.assume(ReadStrategy.PINNED);
        StageRecorder recorder = begin("a.mkv", 706);
        put(ReadStrategy.MAPPED, 706, CHEAP_NS);
        put(ReadStrategy.PINNED, 706, 2 * CHEAP_NS);
        putPlanes(706, DEAR_NS);
        recordAll(recorder, "a.mkv");
        assertEquals("pinned BGRx", recorder.stats().readStrategy());
    }

    @Test
    void shouldGoOverToPlanesThatTheGpuMakes() {
        StageRecorder recorder = begin("a.mkv", 702);
        put(ReadStrategy.MAPPED, 702, DEAR_NS);
        put(ReadStrategy.PINNED, 702, DEAR_NS);
        putPlanes(702, CHEAP_NS);
        assertTrue(
                recorder.stats().conversion().startsWith("kernel"),
                recorder.stats().conversion());
        recordAll(recorder, "a.mkv");
        assertEquals("client I420 by shader", recorder.stats().readStrategy());
        assertEquals("as read I420 to I420", recorder.stats().conversion());
    }

    @Test
    void shouldStayWhereTheBudgetHasNoRoomForBothGenerations() {
        DriverSupport.assume(ReadStrategy.MAPPED);
        StageRecorder recorder = builder("a.mkv", 704).memoryBudget(20L << 20).start();
        put(ReadStrategy.MAPPED, 704, CHEAP_NS);
        put(ReadStrategy.PINNED, 704, DEAR_NS);
        putPlanes(704, DEAR_NS);
        recordAll(recorder, "a.mkv");
        assertEquals("client BGRx", recorder.stats().readStrategy());
    }

    /** The size tells the samples of one test from those of another. */
    private RecorderBuilder builder(String file, int heightPx) {
        return recorderTo(file)
                .size(STAGE_WIDTH_PX, heightPx)
                .tuning(t -> t.readFormat(ReadFormat.BGRX))
                .pipeline("x264enc tune=zerolatency speed-preset=ultrafast ! matroskamux");
    }

    private StageRecorder begin(String file, int heightPx) {
        return builder(file, heightPx).start();
    }

    private void recordAll(StageRecorder recorder, String file) {
        record(recorder, FRAMES);
        recorder.close();
        assertEquals(
                IntStream.range(0, FRAMES).boxed().toList(),
                DecodedVideo.of(folder.resolve(file)).frameNumbers());
        StatsIdentities.checkEnded(recorder.stats(), FRAMES);
        assertEquals(0, recorder.stats().memory().poolBytes());
    }

    private static void put(ReadStrategy strategy, int heightPx, long costNs) {
        TrialResults.put(new Reading(strategy, Source.BOTTOM_UP, PixelFormat.BGRX), STAGE_WIDTH_PX, heightPx, costNs);
    }

    private static void putPlanes(int heightPx, long costNs) {
        Colour colour = new Colour(Matrix.BT709, Range.LIMITED);
        for (ReadStrategy strategy : ReadStrategy.values()) {
            Reading way = new Reading(strategy, Source.PLANES, PixelFormat.I420, colour);
            TrialResults.put(way, STAGE_WIDTH_PX, heightPx, costNs);
            TrialResults.put(way, STAGE_WIDTH_PX / 2, heightPx / 2, costNs);
        }
    }
}
