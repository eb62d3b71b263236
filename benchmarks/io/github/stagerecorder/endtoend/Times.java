package io.github.stagerecorder.endtoend;

import java.util.Arrays;

/** How long each of many things took; noting one allocates nothing. */
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

    /** The time that this share of them did not exceed; not a number if there are none. */
    double percentileUs(double share) {
        long[] sorted = Arrays.copyOf(timesNs, count);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(share * count);
        return count == 0 ? Double.NaN : sorted[Math.max(rank, 1) - 1] / 1e3;
    }
}
