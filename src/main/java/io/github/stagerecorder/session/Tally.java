package io.github.stagerecorder.session;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.encode.Encoder;
import io.github.stagerecorder.encode.InputPlan;
import io.github.stagerecorder.readback.Readback;
import io.github.stagerecorder.report.Counts;
import io.github.stagerecorder.report.SoundCounts;
import io.github.stagerecorder.report.Suspensions;

/** Adds up the counts of the parts of a file's recording. Any thread may use it. */
final class Tally {
    private final CaptureCounters counters;
    private final FreeSlots slots;
    private final Readback readback;
    private final Encoder encoder;
    private volatile Counts.Description description;
    private volatile long unread;

    Tally(InputPlan plan, CaptureCounters counters, FreeSlots slots, Readback readback, Encoder encoder) {
        this.counters = counters;
        this.slots = slots;
        this.readback = readback;
        this.encoder = encoder;
        describe(plan);
    }

    /** Describes how frames are read and converted from now on. */
    void describe(InputPlan plan) {
        description = new Counts.Description(plan.encoder().encoderNames(), readback.strategy(), plan.conversionName());
    }

    Counts.Description description() {
        return description;
    }

    /** Records how many frames the GPU was still reading at the end; they are lost. */
    void giveUp(long count) {
        unread = count;
    }

    /** Counts lost frames first, then delivered ones, and taken ones last: see SlotPool. */
    Counts now() {
        RecordingException failure = encoder.failure();
        boolean late = failure != null && failure.kind() == FailureKind.CLOSE_TIMEOUT;
        long atClose = unread; // the parts are read before their sum, which grows first
        long byDriver = readback.failedCount();
        long byFramebuffer = readback.partialCount();
        long other = slots.pool().lost() - byDriver - byFramebuffer - atClose;
        return counts(late ? 0 : other, late ? other + atClose : atClose, byDriver, byFramebuffer);
    }

    /** Returns the counts at the end: frames that are still in flight count as lost. */
    Counts atTheEnd() {
        Counts now = now();
        Counts.Frames frames = now.frames();
        return counts(
                frames.lostByFailure(),
                frames.lostAtClose() + now.inFlight(),
                frames.lostByDriver(),
                frames.lostByFramebuffer());
    }

    private Counts counts(long lostByFailure, long lostAtClose, long lostByDriver, long lostByFramebuffer) {
        long delivered = slots.pool().delivered();
        return new Counts(
                counters.now(),
                new Counts.Frames(delivered, lostByFailure, lostAtClose, lostByDriver, lostByFramebuffer),
                encoder.repeatedCount(),
                Suspensions.NONE,
                SoundCounts.NONE,
                encoder.replayCounts(),
                encoder.streamCounts(),
                encoder.bytesWritten(),
                new Counts.Memory(
                        slots.slotCount(), slots.planesSlotCount(), slots.pool().mappedBytes()),
                description);
    }
}
