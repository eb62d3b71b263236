package io.github.stagerecorder.frame;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The signal of a queue without a native pool: a monitor in place of the futex. A nap ends at once, so that the encoder
 * thread soon goes to sleep, where a signal that it misses shows.
 */
final class MonitorSignal implements QueueSignal {
    private static volatile boolean failed; // one is enough: after it no wait is long

    private final Object monitor = new Object();
    private volatile int queued;
    private final int enoughNaps =
            FrameQueue.MOST_NAPS - ThreadLocalRandom.current().nextInt(8);
    private volatile int naps;
    private boolean missed;

    @Override
    public int queuedCount() {
        return queued;
    }

    @Override
    public void signalQueued() {
        synchronized (monitor) {
            queued++;
            monitor.notifyAll();
        }
    }

    @Override
    public void napUntilQueued(int seen, long napNs) {
        naps++;
    }

    /** Until the encoder thread is about to sleep, or some naps earlier. Render thread. */
    void awaitNaps() {
        while (naps < enoughNaps) {
            Thread.onSpinWait();
        }
    }

    @Override
    public boolean awaitQueued(int seen, long timeoutNs) {
        long deadlineNs = System.nanoTime() + (failed ? 0 : timeoutNs);
        synchronized (monitor) {
            while (queued == seen) {
                long leftNs = deadlineNs - System.nanoTime();
                if (leftNs <= 0) {
                    missed = true;
                    failed = true;
                    return false;
                }
                sleep(leftNs);
            }
        }
        return true;
    }

    private void sleep(long leftNs) {
        try {
            TimeUnit.NANOSECONDS.timedWait(monitor, leftNs);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a wait ended by its timeout. Encoder thread. */
    boolean hasMissed() {
        return missed;
    }

    @Override
    public void wakeEncoder() {
        // it does not nap
    }
}
