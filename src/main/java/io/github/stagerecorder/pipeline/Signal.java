package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.frame.Uninterrupted;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An event that happens once. A wait for it has a deadline, and an interrupt does not end the wait. */
public final class Signal {
    private final CountDownLatch latch = new CountDownLatch(1);

    public void set() {
        latch.countDown();
    }

    /** @return false if it has not happened within the time; an interrupt is kept for the caller */
    public boolean await(long timeoutNs) {
        return Uninterrupted.within(timeoutNs, leftNs -> latch.await(leftNs, TimeUnit.NANOSECONDS));
    }
}
