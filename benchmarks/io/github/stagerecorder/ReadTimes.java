package io.github.stagerecorder;

import java.util.Arrays;

/** Collects how long each of many reads took. */
final class ReadTimes {
    private long[] timesNs = new long[1024];
    private int count;

    void clear() {
        count = 0;
    }

    void add(long timeNs) {
        if (count == timesNs.length) {
            timesNs = Arrays.copyOf(timesNs, 2 * count);
        }
        timesNs[count++] = timeNs;
    }

    int count() {
        return count;
    }

    double medianUs() {
        return percentileUs(50);
    }

    double longestUs() {
        return Arrays.stream(timesNs, 0, count).max().orElse(0) / 1e3;
    }

    /** Returns NaN if there were no reads. */
    double percentileUs(int percent) {
        long[] sorted = Arrays.copyOf(timesNs, count);
        Arrays.sort(sorted);
        return count == 0 ? Double.NaN : sorted[(int) ((long) count * percent / 100)] / 1e3;
    }
}
