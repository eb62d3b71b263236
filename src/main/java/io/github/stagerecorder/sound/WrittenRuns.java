package io.github.stagerecorder.sound;

import io.github.stagerecorder.settings.SoundFormat;

/** The runs of continuous sound in the ring, with the caller's time of each. One thread writes, another one reads. */
final class WrittenRuns {
    private static final int MOST = 256;

    private final SampleRing ring;
    private final long[] begins = new long[MOST]; // positions in the ring
    private final long[] timesNs = new long[MOST];
    private int oldest; // the ring's lock guards both
    private int count;

    WrittenRuns(SampleRing ring) {
        this.ring = ring;
    }

    /** Begins a run with what is written next, unless there are too many. The writers wait. */
    boolean add(long timeNs) {
        if (count == MOST) {
            return false;
        }
        int at = (oldest + count) % MOST;
        begins[at] = ring.written();
        timesNs[at] = timeNs;
        count++;
        return true;
    }

    /** Returns how many sample frames of the run to which the oldest one in the ring belongs are there. */
    int oldestRun() {
        synchronized (ring) {
            while (count > 1 && begins[(oldest + 1) % MOST] <= ring.released()) {
                oldest = (oldest + 1) % MOST;
                count--;
            }
            long end = count > 1 ? begins[(oldest + 1) % MOST] : ring.written();
            return (int) (end - ring.released());
        }
    }

    /** Returns the caller's time of the oldest sample frame in the ring. Only after {@link #oldestRun} told of one. */
    long timeNs(SoundFormat format) {
        synchronized (ring) {
            return timesNs[oldest] + format.timeNs(ring.released() - begins[oldest]);
        }
    }
}
