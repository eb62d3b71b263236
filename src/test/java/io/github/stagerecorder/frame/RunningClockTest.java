package io.github.stagerecorder.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.report.Suspensions;
import org.junit.jupiter.api.Test;

/** The clock stands still while nobody looks at it, if somebody should. */
class RunningClockTest {
    private static final long MS = 1_000_000;
    private static final long STOP_NS = 5_000 * MS;

    private long nowNs = Long.MAX_VALUE - 1_000 * MS; // it overflows
    private final RunningClock clock = new RunningClock(() -> nowNs);

    @Test
    void shouldLeaveOutAStopWhicheverThreadIsTheFirstToRun() {
        clock.watch();
        long startNs = clock.getAsLong();
        nowNs += STOP_NS;
        assertEquals(RunningClock.LOOK_NS, clock.getAsLong() - startNs);
        clock.look();
        assertEquals(new Suspensions(1, STOP_NS - RunningClock.LOOK_NS), clock.suspensions());
    }

    @Test
    void shouldLeaveOutEachStop() {
        clock.watch();
        for (int i = 0; i < 3; i++) {
            pass(1_000 * MS);
            nowNs += STOP_NS;
            clock.look();
        }
        assertEquals(3, clock.suspensions().count());
        assertEquals(3 * (STOP_NS - RunningClock.LOOK_NS), clock.suspensions().durationNs());
    }

    @Test
    void shouldNeverGoBackwards() {
        clock.watch();
        long lastNs = clock.getAsLong();
        for (int i = 0; i < 2_000; i++) {
            nowNs += i % 100 == 99 ? 1_101 * MS : 7 * MS;
            if (i % 14 == 0) {
                clock.look();
            }
            long timeNs = clock.getAsLong();
            assertTrue(timeNs - lastNs >= 0, lastNs + " ns, then " + timeNs);
            lastNs = timeNs;
        }
    }

    @Test
    void shouldCountAStopOfASecondAsTime() {
        clock.watch();
        long startNs = clock.getAsLong();
        nowNs += 1_000 * MS;
        assertEquals(1_000 * MS, clock.getAsLong() - startNs);
        assertEquals(Suspensions.NONE, clock.suspensions());
    }

    /** The thread that looks may be the only one that gets no processor. */
    @Test
    void shouldLeaveOutNothingWhileAnotherThreadAsksForTheTime() {
        clock.watch();
        long startNs = clock.getAsLong();
        for (int i = 0; i < 100; i++) {
            nowNs += 50 * MS;
            clock.getAsLong();
        }
        clock.look();
        assertEquals(5_000 * MS, clock.getAsLong() - startNs);
        assertEquals(Suspensions.NONE, clock.suspensions());
    }

    @Test
    void shouldLeaveOutNothingWhenNobodyIsToLook() {
        long startNs = clock.getAsLong();
        nowNs += STOP_NS;
        clock.watch();
        clock.unwatch();
        nowNs += STOP_NS;
        assertEquals(2 * STOP_NS, clock.getAsLong() - startNs);
        assertEquals(Suspensions.NONE, clock.suspensions());
    }

    private void pass(long durationNs) {
        for (long passedNs = 0; passedNs < durationNs; passedNs += 50 * MS) {
            nowNs += 50 * MS;
            clock.look();
        }
    }
}
