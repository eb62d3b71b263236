package io.github.stagerecorder.endtoend;

import java.util.Arrays;

/** Collects how long each of many operations took. Adding a time allocates nothing. */
final class Times {
    private final long[] timesNs;
    private int count;

    Times(int capacity) {
        timesNs = new long[capacity];
    }

    void add(long timeNs) {
        timesNs[count++] = timeNs;
    }

    double medianUs() {
        return percentileUs(0.5);
    }

    /** Returns the time that this share of the operations did not exceed, or NaN if there were none. */
    double percentileUs(double share) {
        long[] sorted = Arrays.copyOf(timesNs, count);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(share * count);
        return count == 0 ? Double.NaN : sorted[Math.max(rank, 1) - 1] / 1e3;
    }
}
