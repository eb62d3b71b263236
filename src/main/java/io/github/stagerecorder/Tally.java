package io.github.stagerecorder;

import io.github.stagerecorder.encode.EncodeException;
import io.github.stagerecorder.encode.EncodeException.Reason;
import io.github.stagerecorder.encode.Encoder;
import io.github.stagerecorder.encode.EncoderPlan;
import io.github.stagerecorder.readback.Readback;

/** Adds up what the parts of a recording count. Any thread. */
final class Tally {
    private final EncoderPlan plan;
    private final CaptureCounters counters;
    private final SlotSupply slots;
    private final Readback readback;
    private final Encoder encoder;
    private final String readStrategy;
    private volatile long unread;

    Tally(EncoderPlan plan, CaptureCounters counters, SlotSupply slots, Readback readback, Encoder encoder) {
        this.plan = plan;
        this.counters = counters;
        this.slots = slots;
        this.readback = readback;
        this.encoder = encoder;
        readStrategy = readback.strategy();
    }

    /** So many frames were still on their way from the GPU at the end, and have been given up. */
    void giveUp(long count) {
        unread = count;
    }

    Stats now() {
        EncodeException failure = encoder.failure();
        boolean late = failure != null && failure.reason() == Reason.CLOSE_TIMEOUT;
        long atClose = unread; // the parts before their sum, as that grows first
        long byDriver = readback.failedCount();
        long other = slots.pool().lost() - byDriver - atClose;
        return stats(late ? 0 : other, late ? other + atClose : atClose, byDriver);
    }

    /** Nothing is in flight any more: what did not come back in time is lost. */
    Stats atTheEnd() {
        Stats now = now();
        return stats(now.lostByFailure(), now.lostAtClose() + now.inFlight(), now.lostByDriver());
    }

    /** Each lost before delivered, and both before taken: see SlotPool. */
    private Stats stats(long lostByFailure, long lostAtClose, long lostByDriver) {
        long delivered = slots.pool().delivered();
        return new Stats(
                counters.taken.get(),
                counters.skippedAboveRate.get(),
                counters.skippedPaused.get(),
                counters.skippedNested.get(),
                counters.droppedPoolFull.get(),
                counters.droppedEncoderSlow.get(),
                counters.droppedGpuLate.get(),
                counters.failed.get(),
                delivered,
                lostByFailure,
                lostAtClose,
                lostByDriver,
                encoder.repeatedCount(),
                counters.waits.get(),
                encoder.bytesWritten(),
                slots.slotCount(),
                slots.planesSlotCount(),
                slots.pool().mappedBytes(),
                plan.encoderNames(),
                readStrategy,
                plan.conversionName());
    }
}
