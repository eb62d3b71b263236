package io.github.stagerecorder.demo;

import java.util.Arrays;

/** How long each call of capture() took; noting one allocates nothing. */
final class CaptureTimes {
    private final long[] timesNs;
    private int count;

    CaptureTimes(int capacity) {
        timesNs = new long[capacity];
    }

    void add(long timeNs) {
        timesNs[count++] = timeNs;
    }

    /** The time that this share of the calls did not exceed, in milliseconds. */
    double percentileMs(double share) {
        long[] sorted = Arrays.copyOf(timesNs, count);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(share * count);
        return count == 0 ? 0 : sorted[Math.max(rank, 1) - 1] / 1e6;
    }
}
