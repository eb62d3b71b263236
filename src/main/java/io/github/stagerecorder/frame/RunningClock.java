package io.github.stagerecorder.frame;

import io.github.stagerecorder.report.Suspensions;
import java.util.function.LongSupplier;

/**
 * A monotonic clock that stands still while the process does. A thread looks at it every {@link #LOOK_NS}; a look that
 * comes more than a second late means that no thread could run: the process was stopped (SIGSTOP, a debugger) or the
 * machine was. That time is left out. A shorter one is not, as a busy machine may keep a thread waiting. Whoever asks
 * for the time looks too, if that thread is late: it may wait for a processor while others run. Any thread.
 */
public final class RunningClock implements LongSupplier {
    /** The interval at which a thread must call {@link #look}. */
    public static final long LOOK_NS = 100_000_000L;

    private static final long LEAST_NS = 1_000_000_000L;

    private final LongSupplier clockNs;
    private volatile Suspensions suspensions = Suspensions.NONE;
    private volatile long lastLookNs;
    private volatile boolean watched;

    /** Creates a clock that leaves out nothing until {@link #watch} is called. */
    public RunningClock(LongSupplier clockNs) {
        this.clockNs = clockNs;
    }

    /** Begins to watch: from now until {@link #unwatch}, a thread calls {@link #look}. */
    public synchronized void watch() {
        lastLookNs = clockNs.getAsLong();
        watched = true;
    }

    /** Ends the watch. */
    public synchronized void unwatch() {
        watched = false;
    }

    /** Returns the time in nanoseconds from any origin, without the times in which the process stood still. */
    @Override
    public long getAsLong() {
        Suspensions known;
        long nowNs;
        do { // the process may stand still between the two
            known = suspensions;
            nowNs = clockNs.getAsLong();
            if (watched && missedNs(nowNs) > LOOK_NS) {
                look();
            }
        } while (known != suspensions);
        return nowNs - known.durationNs();
    }

    /** Notices that the process stood still. */
    public synchronized void look() {
        long nowNs = clockNs.getAsLong();
        if (watched && missedNs(nowNs) > LEAST_NS) {
            suspensions = suspensions.plusOne(missedNs(nowNs));
        }
        lastLookNs = nowNs;
    }

    private long missedNs(long nowNs) {
        return nowNs - lastLookNs - LOOK_NS;
    }

    /** Returns what has been left out. */
    public Suspensions suspensions() {
        return suspensions;
    }
}
