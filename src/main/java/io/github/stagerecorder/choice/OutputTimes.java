package io.github.stagerecorder.choice;

/**
 * Records the times of the buffers that have come out of an encoder. Immutable.
 *
 * @param count the number of buffers that had a time
 * @param firstNs the time of the first of them
 * @param advance whether another buffer had a different time
 */
record OutputTimes(int count, long firstNs, boolean advance) {
    static final OutputTimes NONE = new OutputTimes(0, 0, false);

    /** GStreamer's name for this value is GST_CLOCK_TIME_NONE. */
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
