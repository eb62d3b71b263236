package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.frame.Patience;
import java.lang.ref.Reference;
import java.util.concurrent.locks.LockSupport;

/** Waits, while the Java heap is exhausted, until there is room in it again. Used on a thread of the recorder. */
final class HeapRoom {
    /** More than the end of a recording needs at once. */
    private static final int ROOM_BYTES = 1 << 18;

    private final Patience patience; // made while there is room

    /** @param timeoutNs the longest wait */
    HeapRoom(long timeoutNs) {
        patience = new Patience(timeoutNs);
    }

    /** Returns at the latest after the timeout, and never throws. */
    void await() {
        patience.restart();
        while (!isThere() && !patience.isOver()) {
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
