package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.frame.Patience;
import java.lang.ref.Reference;
import java.util.concurrent.locks.LockSupport;

/** Waits, while the Java heap is exhausted, until there is room in it again. Used on a thread of the recorder. */
final class HeapRoom {
    /** More than the end of a recording needs at once. */
    private static final int ROOM_BYTES = 1 << 18;

    /** Returns at the latest after {@code timeoutNs}, and never throws. */
    void await(long timeoutNs) {
        long startNs = System.nanoTime();
        while (!isThere() && System.nanoTime() - startNs < timeoutNs) {
            LockSupport.parkNanos(Patience.NAP_NS);
        }
    }

    private static boolean isThere() {
        try {
            Reference.reachabilityFence(new byte[ROOM_BYTES]);
            return true;
        } catch (OutOfMemoryError e) {
            return false;
        }
    }
}
