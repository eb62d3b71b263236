package io.github.stagerecorder.endtoend;

import java.util.concurrent.locks.LockSupport;

/** When each frame begins. Who is late by more than a frame does not hurry to make up for it, as at a screen. */
final class Pace {
    private final long frameNs;
    private final boolean paced;
    private final long startNs = System.nanoTime();
    private long delayNs;

    Pace(Shot shot) {
        frameNs = 1_000_000_000L / shot.fps();
        paced = shot.paced();
    }

    /** Waits for a frame's turn. */
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

    /** The frame's time in the file: the clock's when paced, else the frame's place. */
    long fileTimeNs(int frameNumber) {
        return paced ? System.nanoTime() - startNs : frameNumber * frameNs;
    }
}
