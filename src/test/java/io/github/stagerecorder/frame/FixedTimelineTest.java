package io.github.stagerecorder.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.stagerecorder.settings.FrameRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class FixedTimelineTest {
    private final FrameRate rate = new FrameRate(30_000, 1_001);
    private final FixedTimeline timeline = new FixedTimeline(rate);

    @Test
    void shouldGiveFrameNItsExactTimeWhenAdvanced() {
        for (int n = 0; n < 100_000; n++) {
            assertEquals(rate.timeNs(n), timeline.nextPtsNs(0));
            timeline.advance();
        }
    }

    @Test
    void shouldChangeNothingWhenOnlyAsked() {
        timeline.nextPtsNs(0);
        assertEquals(0, timeline.nextPtsNs(0));
    }

    @Test
    void shouldGoOnWithTheNextFrameWhenPausedBetween() {
        timeline.advance();
        timeline.pause();
        timeline.resume();
        assertEquals(rate.timeNs(1), timeline.nextPtsNs(0));
    }

    @Test
    void shouldNotReachFurtherByItselfWhenTimePasses() {
        timeline.advance();
        assertEquals(Timeline.NONE, timeline.reachedNs());
    }
}
