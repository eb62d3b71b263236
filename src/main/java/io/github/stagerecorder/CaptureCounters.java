package io.github.stagerecorder;

import java.util.concurrent.atomic.AtomicLong;

/** Counts every call of capture by its result. Written by the render thread alone, read by any. */
final class CaptureCounters {
    final AtomicLong taken = new AtomicLong();
    final AtomicLong skippedAboveRate = new AtomicLong();
    final AtomicLong skippedPaused = new AtomicLong();
    final AtomicLong skippedNested = new AtomicLong();
    final AtomicLong droppedPoolFull = new AtomicLong();
    final AtomicLong failed = new AtomicLong();
    final AtomicLong waits = new AtomicLong();

    /** One writer: a plain add and an ordered store, no lock prefix. */
    static void count(AtomicLong counter) {
        counter.setRelease(counter.getPlain() + 1);
    }
}
