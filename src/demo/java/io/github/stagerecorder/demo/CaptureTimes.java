package io.github.stagerecorder.demo;

import java.util.Arrays;

/** Collects how long each call of capture() took. Adding a time allocates nothing. */
final class CaptureTimes {
    private final long[] timesNs;
    private int count;

    CaptureTimes(int capacity) {
        timesNs = new long[capacity];
    }

    void add(long timeNs) {
        timesNs[count++] = timeNs;
    }

    /** Returns the time in milliseconds that this share of the calls did not exceed. */
    double percentileMs(double share) {
        long[] sorted = Arrays.copyOf(timesNs, count);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(share * count);
        return count == 0 ? 0 : sorted[Math.max(rank, 1) - 1] / 1e6;
    }
}
