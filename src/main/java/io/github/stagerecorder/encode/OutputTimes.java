package io.github.stagerecorder.encode;

/**
 * The times of what has come out of an encoder. Immutable.
 *
 * @param count how many buffers had a time
 * @param firstNs the time of the first of them
 * @param advance whether another had a different one
 */
record OutputTimes(int count, long firstNs, boolean advance) {
    static final OutputTimes NONE = new OutputTimes(0, 0, false);

    /** What GStreamer calls GST_CLOCK_TIME_NONE. */
    private static final long UNKNOWN = -1;

    OutputTimes plus(long ptsNs) {
        if (ptsNs == UNKNOWN || advance) {
            return this;
        }
        return count == 0 ? new OutputTimes(1, ptsNs, false) : new OutputTimes(count + 1, firstNs, ptsNs != firstNs);
    }

    boolean standStill() {
        return count > 1 && !advance;
    }
}
