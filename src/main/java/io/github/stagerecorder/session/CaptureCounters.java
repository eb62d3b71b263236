package io.github.stagerecorder.session;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.DropCause;
import io.github.stagerecorder.frame.Timeline;
import io.github.stagerecorder.readback.UnreadableException;
import io.github.stagerecorder.report.Counts;
import java.util.concurrent.atomic.AtomicLong;

/** Counts every call of capture by its result. One thread at a time writes, the one that captures; any thread reads. */
final class CaptureCounters {
    final AtomicLong taken = new AtomicLong();
    final AtomicLong skippedAboveRate = new AtomicLong();
    final AtomicLong skippedPaused = new AtomicLong();
    final AtomicLong skippedSize = new AtomicLong();
    final AtomicLong skippedNested = new AtomicLong();
    final AtomicLong skippedTime = new AtomicLong();
    final AtomicLong skippedClosed = new AtomicLong();
    final AtomicLong droppedPoolFull = new AtomicLong();
    final AtomicLong droppedEncoderSlow = new AtomicLong();
    final AtomicLong droppedGpuLate = new AtomicLong();
    final AtomicLong failedRecording = new AtomicLong();
    final AtomicLong failedContext = new AtomicLong();
    final AtomicLong failedFramebuffer = new AtomicLong();
    final AtomicLong failedDriver = new AtomicLong();
    final AtomicLong waits = new AtomicLong();

    /** Returns the counter for a capture that has no PTS. */
    AtomicLong notDue(long ptsNs) {
        return ptsNs == Timeline.NONE ? skippedAboveRate : skippedTime;
    }

    /** Returns the counter for a capture that found no slot. */
    AtomicLong dropped(DropCause cause) {
        return switch (cause) {
            case POOL_FULL -> droppedPoolFull;
            case ENCODER_SLOW -> droppedEncoderSlow;
            case GPU_LATE -> droppedGpuLate;
        };
    }

    /** Returns the counter for a capture that could not be read. */
    AtomicLong failed(UnreadableException.Obstacle obstacle) {
        return switch (obstacle) {
            case CONTEXT -> failedContext;
            case FRAMEBUFFER -> failedFramebuffer;
            case DRIVER -> failedDriver;
        };
    }

    /** Adds one. As there is one writer, a plain add and an ordered store do, without a lock prefix. */
    static void count(AtomicLong counter) {
        counter.setRelease(counter.getPlain() + 1);
    }

    static CaptureResult counted(AtomicLong counter, CaptureResult result) {
        count(counter);
        return result;
    }

    /** Returns the counts so far. */
    Counts.Captures now() {
        return new Counts.Captures(taken.get(), skips(), drops(), failures(), waits.get());
    }

    private Counts.Skips skips() {
        return new Counts.Skips(
                skippedAboveRate.get(),
                skippedPaused.get(),
                skippedSize.get(),
                skippedNested.get(),
                skippedTime.get(),
                skippedClosed.get());
    }

    private Counts.Drops drops() {
        return new Counts.Drops(droppedPoolFull.get(), droppedEncoderSlow.get(), droppedGpuLate.get());
    }

    private Counts.Failures failures() {
        return new Counts.Failures(
                failedRecording.get(), failedContext.get(), failedFramebuffer.get(), failedDriver.get());
    }
}
