package io.github.stagerecorder.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.stagerecorder.settings.FrameRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class CallerTimelineTest {
    private static final long INTERVAL_NS = 20_000_000;

    private final CallerTimeline timeline = new CallerTimeline(new FrameRate(50, 1));

    @Test
    void shouldCountFromTheFirstTimeWhenItIsNotZero() {
        assertEquals(0, next(-500));
        assertEquals(1, next(-499));
        assertEquals(1_500, next(1_000));
    }

    @Test
    void shouldHaveNoPtsWhenTheTimeDoesNotIncrease() {
        next(700);
        assertEquals(Timeline.NOT_INCREASING, timeline.nextPtsNs(699));
    }

    @Test
    void shouldGoOnFromTheLastTimeWhenOneWasRefused() {
        next(700);
        assertEquals(Timeline.NOT_INCREASING, timeline.nextPtsNs(700));
        assertEquals(3, next(703));
    }

    @Test
    void shouldNotCountATimeWhenItWasOnlyAsked() {
        next(0);
        timeline.nextPtsNs(900);
        assertEquals(5, next(5));
    }

    @Test
    void shouldFollowByOneIntervalWhenResumed() {
        next(0);
        next(100);
        timeline.pause();
        timeline.resume();
        assertEquals(100 + INTERVAL_NS, next(9_000_000_000L));
        assertEquals(107 + INTERVAL_NS, next(9_000_000_007L));
    }

    @Test
    void shouldBeginAtZeroWhenPausedBeforeTheFirst() {
        timeline.pause();
        timeline.resume();
        assertEquals(0, next(12_345));
    }

    private long next(long timeNs) {
        long ptsNs = timeline.nextPtsNs(timeNs);
        timeline.advance();
        return ptsNs;
    }
}
