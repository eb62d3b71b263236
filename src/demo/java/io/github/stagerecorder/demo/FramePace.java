package io.github.stagerecorder.demo;

import java.util.concurrent.locks.LockSupport;

/** Decides when each frame is painted: at the frame rate, or as soon as possible. */
final class FramePace {
    private final int fpsNumerator;
    private final int fpsDenominator;
    private final boolean realTime;
    private final long startNs = System.nanoTime();
    private long delayNs;

    FramePace(int fpsNumerator, int fpsDenominator, boolean realTime) {
        this.fpsNumerator = fpsNumerator;
        this.fpsDenominator = fpsDenominator;
        this.realTime = realTime;
    }

    /** Waits until the frame is due and returns the stage's time in seconds. */
    double await(int frame) {
        double frameSeconds = (double) frame * fpsDenominator / fpsNumerator;
        if (!realTime) {
            return frameSeconds;
        }
        awaitNs(Math.round(frameSeconds * 1e9));
        return elapsedNs() / 1e9;
    }

    /** A loop that is late by more than one frame does not catch up, because the stage would then run too fast. */
    private void awaitNs(long dueNs) {
        long lateNs = elapsedNs() - dueNs - delayNs;
        if (lateNs > 1_000_000_000L * fpsDenominator / fpsNumerator) {
            delayNs += lateNs;
        }
        while (elapsedNs() < dueNs + delayNs) {
            LockSupport.parkNanos(dueNs + delayNs - elapsedNs());
        }
    }

    private long elapsedNs() {
        return System.nanoTime() - startNs;
    }
}
