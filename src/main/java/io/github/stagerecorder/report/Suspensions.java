package io.github.stagerecorder.report;

/**
 * How often the process stood still, and for how long in all. Immutable.
 *
 * @param count how often
 * @param durationNs the sum of the times that were left out of the file
 */
public record Suspensions(long count, long durationNs) {
    /** The process has run all the time. */
    public static final Suspensions NONE = new Suspensions(0, 0);

    /** Returns these suspensions and one more of so many nanoseconds. */
    public Suspensions plusOne(long ns) {
        return new Suspensions(count + 1, durationNs + ns);
    }
}
