package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Checks what is true of every snapshot of the statistics. */
public final class StatsIdentities {
    private StatsIdentities() {}

    public static void check(Stats stats, long calls) {
        assertEquals(calls, stats.calls(), () -> "calls in " + stats);
        assertEquals(stats.calls(), stats.taken() + stats.skipped() + stats.dropped() + stats.failed());
        assertTrue(stats.inFlight() >= 0, () -> "in flight in " + stats);
        assertEquals(stats.taken(), stats.inFlight() + stats.delivered() + stats.lost());
    }

    public static void checkEnded(Stats stats, long calls) {
        check(stats, calls);
        assertEquals(0, stats.inFlight(), () -> "in flight after the end in " + stats);
    }
}
