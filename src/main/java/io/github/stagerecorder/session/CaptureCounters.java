package io.github.stagerecorder.session;

import java.util.concurrent.atomic.AtomicLong;

/** Counts every call of capture by its result. One thread at a time writes, the one that captures; any thread reads. */
final class CaptureCounters {
    final AtomicLong taken = new AtomicLong();
    final AtomicLong skippedAboveRate = new AtomicLong();
    final AtomicLong skippedPaused = new AtomicLong();
    final AtomicLong skippedSize = new AtomicLong();
    final AtomicLong skippedNested = new AtomicLong();
    final AtomicLong droppedPoolFull = new AtomicLong();
    final AtomicLong droppedEncoderSlow = new AtomicLong();
    final AtomicLong droppedGpuLate = new AtomicLong();
    final AtomicLong failed = new AtomicLong();
    final AtomicLong waits = new AtomicLong();

    /** Returns the counter for a capture that found no slot. */
    AtomicLong dropped(DropCause cause) {
        return switch (cause) {
            case POOL_FULL -> droppedPoolFull;
            case ENCODER_SLOW -> droppedEncoderSlow;
            case GPU_LATE -> droppedGpuLate;
        };
    }

    /** Adds one. There is one writer, so a plain add and an ordered store are enough, without a lock prefix. */
    static void count(AtomicLong counter) {
        counter.setRelease(counter.getPlain() + 1);
    }

    /** Returns the counts so far. */
    Counts.Captures now() {
        return new Counts.Captures(
                taken.get(),
                skippedAboveRate.get(),
                skippedPaused.get(),
                skippedSize.get(),
                skippedNested.get(),
                droppedPoolFull.get(),
                droppedEncoderSlow.get(),
                droppedGpuLate.get(),
                failed.get(),
                waits.get());
    }
}
