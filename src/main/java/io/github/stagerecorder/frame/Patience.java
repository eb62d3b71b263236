package io.github.stagerecorder.frame;

/**
 * A deadline for a thread that waits and looks again after each nap. It counts only time in which the thread ran. If a
 * look comes much later than the nap should have ended, the whole process stood still (by SIGSTOP, a debugger or a
 * snapshot of the machine), or the machine was busy with other processes. The awaited work stood still too, so that
 * time does not count.
 *
 * <p>One thread at a time uses it.
 */
public final class Patience {
    /** The longest delay before a failure is noticed. */
    public static final long NAP_NS = 20_000_000L;

    /** The most time that counts between two looks. It is longer than a nap, because a look takes time too. */
    private static final long MOST_COUNTED_NS = 2 * NAP_NS;

    private final long timeoutNs;
    private long lastLookNs;
    private long countedNs;

    /** Begins to count. */
    public Patience(long timeoutNs) {
        this.timeoutNs = timeoutNs;
        restart();
    }

    /** Returns a timeout in words, for a message. */
    public static String words(long timeoutNs) {
        return timeoutNs / 1_000_000 + " ms";
    }

    /** Counts from 0 again, because the awaited work has made progress. */
    public void restart() {
        lastLookNs = System.nanoTime();
        countedNs = 0;
    }

    /** Looks, and returns true if the time is over. */
    public boolean isOver() {
        return leftNs() == 0;
    }

    /** Looks, and returns how long to nap before the next look; 0 if the time is over. */
    public long napNs() {
        return Math.min(NAP_NS, leftNs());
    }

    private long leftNs() {
        long nowNs = System.nanoTime();
        countedNs += Math.min(nowNs - lastLookNs, MOST_COUNTED_NS);
        lastLookNs = nowNs;
        return Math.max(0, timeoutNs - countedNs);
    }
}
