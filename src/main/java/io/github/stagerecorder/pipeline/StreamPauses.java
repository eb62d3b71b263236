package io.github.stagerecorder.pipeline;

import java.util.concurrent.TimeUnit;

/** How long a stream waits before it connects again: twice as long each time, so that a server is not stormed. */
final class StreamPauses {
    private static final long FIRST_NS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long LONGEST_NS = TimeUnit.SECONDS.toNanos(10);

    private long nextNs = FIRST_NS;

    long nextNs() {
        long nowNs = nextNs;
        nextNs = Math.min(2 * nextNs, LONGEST_NS);
        return nowNs;
    }

    /** There was a connection. */
    void restart() {
        nextNs = FIRST_NS;
    }
}
