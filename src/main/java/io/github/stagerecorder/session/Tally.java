package io.github.stagerecorder.session;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.encode.Encoder;
import io.github.stagerecorder.encode.InputPlan;
import io.github.stagerecorder.readback.Readback;

/** Adds up what the parts of a file's recording count. Any thread. */
final class Tally {
    private final CaptureCounters counters;
    private final FreeSlots slots;
    private final Readback readback;
    private final Encoder encoder;
    private final Counts.Description description;
    private volatile long unread;

    Tally(InputPlan plan, CaptureCounters counters, FreeSlots slots, Readback readback, Encoder encoder) {
        this.counters = counters;
        this.slots = slots;
        this.readback = readback;
        this.encoder = encoder;
        description = new Counts.Description(plan.encoder().encoderNames(), readback.strategy(), plan.conversionName());
    }

    /** So many frames were still on their way from the GPU at the end, and have been given up. */
    void giveUp(long count) {
        unread = count;
    }

    /** What was lost is counted first, then what was delivered, and last what was taken: see SlotPool. */
    Counts now() {
        RecordingException failure = encoder.failure();
        boolean late = failure != null && failure.kind() == FailureKind.CLOSE_TIMEOUT;
        long atClose = unread; // the parts before their sum, as that grows first
        long byDriver = readback.failedCount();
        long other = slots.pool().lost() - byDriver - atClose;
        return counts(late ? 0 : other, late ? other + atClose : atClose, byDriver);
    }

    /** Nothing is in flight any more: what did not come back in time is lost. */
    Counts atTheEnd() {
        Counts now = now();
        Counts.Frames frames = now.frames();
        return counts(frames.lostByFailure(), frames.lostAtClose() + now.inFlight(), frames.lostByDriver());
    }

    private Counts counts(long lostByFailure, long lostAtClose, long lostByDriver) {
        long delivered = slots.pool().delivered();
        return new Counts(
                counters.now(),
                new Counts.Frames(delivered, lostByFailure, lostAtClose, lostByDriver),
                encoder.repeatedCount(),
                encoder.bytesWritten(),
                new Counts.Memory(
                        slots.slotCount(), slots.planesSlotCount(), slots.pool().mappedBytes()),
                description);
    }
}
