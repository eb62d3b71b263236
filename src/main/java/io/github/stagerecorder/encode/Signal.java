package io.github.stagerecorder.encode;

import io.github.stagerecorder.frame.Uninterrupted;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Something that happens once, and can be waited for with a deadline that an interrupt does not cut short. */
final class Signal {
    private final CountDownLatch latch = new CountDownLatch(1);

    void set() {
        latch.countDown();
    }

    /** @return false when it has not happened within the time. An interrupt is kept for the caller. */
    boolean await(long timeoutNs) {
        return Uninterrupted.within(timeoutNs, leftNs -> latch.await(leftNs, TimeUnit.NANOSECONDS));
    }
}
