package io.github.stagerecorder.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.settings.FrameRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class RealTimelineTest {
    private static final long MS = 1_000_000;
    private static final int PAINTS = 20_000;

    private long nowNs = Long.MAX_VALUE - 1_000 * MS; // nanoTime may have any origin and may overflow

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldSkipLessThanOnePercentWhenPaintsJitterAtTheFilesRate(long seed) {
        List<Long> taken = paint(60, 3 * MS, new RealTimeline(new FrameRate(60, 1), () -> nowNs), seed);
        assertTrue(taken.size() > 0.99 * PAINTS, taken.size() + " of " + PAINTS);
    }

    @ParameterizedTest
    @CsvSource({"144, 0", "144, 1", "60, 0", "60, 3", "61, 1", "119, 2", "1000, 0"})
    void shouldKeepTheFilesMeanRateWhenTheStagePaintsFaster(int paintsPerSecond, int jitterMs) {
        int fps = paintsPerSecond == 60 ? 30 : 60;
        RealTimeline timeline = new RealTimeline(new FrameRate(fps, 1), () -> nowNs);
        List<Long> taken = paint(paintsPerSecond, jitterMs * MS, timeline, 7);
        double expected = (double) PAINTS / paintsPerSecond * fps;
        assertEquals(expected, taken.size(), 0.01 * expected);
    }

    @Test
    void shouldTakeEverySecondPaintWhenTheStagePaintsTwiceAsFast() {
        List<Long> taken = paint(60, 3 * MS, new RealTimeline(new FrameRate(30, 1), () -> nowNs), 7);
        long most = LongStream.range(1, taken.size())
                .map(i -> taken.get((int) i) - taken.get((int) i - 1))
                .max()
                .orElseThrow();
        // two paints are at most 39 ms apart, three at least 44 ms
        assertTrue(most < 42 * MS, "a gap of " + most + " ns");
    }

    @ParameterizedTest
    @CsvSource({"20, 10", "29, 0", "30, 12"})
    void shouldTakeEveryPaintWhenTheStageIsNoFasterThanTheFile(int paintsPerSecond, int jitterMs) {
        RealTimeline timeline = new RealTimeline(new FrameRate(30, 1), () -> nowNs);
        assertEquals(PAINTS, paint(paintsPerSecond, jitterMs * MS, timeline, 7).size());
    }

    @Test
    void shouldIncreaseStrictlyWhenPaintsFallOnOneInstant() {
        RealTimeline timeline = new RealTimeline(new FrameRate(1_000_000_000, 1), () -> nowNs);
        List<Long> taken = paint(1_000_000, 2 * MS, timeline, 7);
        assertEquals(taken.stream().distinct().sorted().toList(), taken);
    }

    @Test
    void shouldCatchUpWithoutABurstWhenTheStageStoodStill() {
        RealTimeline timeline = new RealTimeline(new FrameRate(50, 1), () -> nowNs);
        timeline.nextPtsNs(0);
        timeline.advance();
        nowNs += 1_003 * MS;
        assertEquals(1_003 * MS, timeline.nextPtsNs(0));
        timeline.advance();
        nowNs += 5 * MS;
        assertEquals(Timeline.NONE, timeline.nextPtsNs(0));
    }

    @Test
    void shouldCutThePauseOutWhenResumed() {
        RealTimeline timeline = new RealTimeline(new FrameRate(50, 1), () -> nowNs);
        timeline.nextPtsNs(0);
        timeline.advance();
        nowNs += 10 * MS;
        timeline.pause();
        nowNs += 500 * MS;
        assertEquals(10 * MS, timeline.reachedNs());
        timeline.resume();
        nowNs += 30 * MS;
        assertEquals(40 * MS, timeline.nextPtsNs(0));
    }

    @Test
    void shouldReachNothingWhenNoFrameCame() {
        assertEquals(Timeline.NONE, new RealTimeline(new FrameRate(50, 1), () -> nowNs).reachedNs());
    }

    @Test
    void shouldTellOtherThreadsATimeWithoutPausesWhileItIsPausedAndResumed() {
        AtomicLong clockNs = new AtomicLong();
        RealTimeline timeline = new RealTimeline(new FrameRate(50, 1), clockNs::get);
        timeline.nextPtsNs(0);
        timeline.advance();
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Long> most = CompletableFuture.supplyAsync(() -> {
            long mostNs = 0;
            while (!over.get()) {
                mostNs = Math.max(mostNs, timeline.reachedNs());
            }
            return mostNs;
        });
        for (int pause = 0; pause < PAINTS; pause++) {
            clockNs.addAndGet(1);
            timeline.pause();
            clockNs.addAndGet(MS);
            timeline.resume();
        }
        over.set(true);
        assertEquals(PAINTS, timeline.reachedNs());
        assertTrue(most.join() <= PAINTS, "a pause counted: " + most.join() + " ns");
    }

    /**
     * Paints at a rate, each paint early or late by up to the jitter, and returns the times of the paints that were
     * taken.
     */
    private List<Long> paint(int paintsPerSecond, long jitterNs, RealTimeline timeline, long seed) {
        Random random = new Random(seed);
        List<Long> taken = new ArrayList<>();
        long startNs = nowNs;
        for (long paint = 0; paint < PAINTS; paint++) {
            long lateNs = paint == 0 ? 0 : Math.round(jitterNs * (2 * random.nextDouble() - 1));
            long dueNs = startNs + paint * 1_000 * MS / paintsPerSecond + lateNs;
            nowNs = dueNs - nowNs > 0 ? dueNs : nowNs;
            long ptsNs = timeline.nextPtsNs(0);
            if (ptsNs != Timeline.NONE) {
                timeline.advance();
                taken.add(ptsNs);
            }
        }
        return taken;
    }
}
