package io.github.stagerecorder.endtoend;

import java.util.concurrent.locks.LockSupport;

/**
 * Decides when each frame begins. A frame that is late by more than one interval shifts all later ones, as on a screen.
 */
final class Pace {
    private final long frameNs;
    private final boolean paced;
    private final long startNs = System.nanoTime();
    private long delayNs;

    Pace(Shot shot) {
        frameNs = 1_000_000_000L / shot.fps();
        paced = shot.paced();
    }

    /** Waits until the frame is due. */
    void await(int frameNumber) {
        if (!paced) {
            return;
        }
        long dueNs = startNs + frameNumber * frameNs + delayNs;
        long lateNs = System.nanoTime() - dueNs;
        if (lateNs > frameNs) {
            delayNs += lateNs;
        }
        for (long leftNs = -lateNs; leftNs > 0; leftNs = dueNs - System.nanoTime()) {
            LockSupport.parkNanos(leftNs);
        }
    }

    /** Returns the frame's time in the file: the elapsed time if paced, otherwise the time that its number gives. */
    long fileTimeNs(int frameNumber) {
        return paced ? System.nanoTime() - startNs : frameNumber * frameNs;
    }
}
