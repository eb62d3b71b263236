package io.github.stagerecorder.session;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.encode.Encoder;
import io.github.stagerecorder.events.FlightEvents;
import io.github.stagerecorder.frame.Patience;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.SlotWait;
import io.github.stagerecorder.readback.Readback;
import io.github.stagerecorder.settings.Options;

/**
 * Takes a slot from the claim, through the read, to the encoder, on the thread that captures. It waits for a free slot
 * if the user chose to wait; during this wait it also waits for the GPU.
 */
final class FrameReader {
    private final FreeSlots slots;
    private final Readback readback;
    private final Encoder encoder;
    private final CaptureCounters counters;
    private final FlightEvents flight;
    private final boolean waits;
    private final long stallTimeoutNs;
    private final FreeSlotWait freeSlot;

    FrameReader(
            Options options,
            FreeSlots slots,
            Readback readback,
            Encoder encoder,
            CaptureCounters counters,
            FlightEvents flight) {
        this.flight = flight;
        this.slots = slots;
        this.readback = readback;
        this.encoder = encoder;
        this.counters = counters;
        waits = options.waits();
        stallTimeoutNs = options.limits().stallTimeoutNs();
        freeSlot = new FreeSlotWait();
    }

    /**
     * Returns a slot to read into; null if none is free, the recording has failed, or it is being closed.
     *
     * @throws io.github.stagerecorder.readback.UnreadableException if it had to wait without the GL context
     */
    Slot claim() {
        try {
            Slot slot = slots.claim();
            return slot != null || !waits ? slot : await();
        } catch (RecordingException e) {
            encoder.fail(e);
            return null;
        }
    }

    /** Waits for a free slot. Without the GL context, the wait could not see which reads the GPU has finished. */
    private Slot await() {
        readback.requireContextNow();
        CaptureCounters.count(counters.waits);
        slots.pool().wakeEncoder();
        freeSlot.patience.restart();
        flight.waitBegins();
        Slot slot = freeSlot.await();
        flight.waitEnds();
        return slot;
    }

    /** Hands finished reads to the encoder while it waits, because that frees slots. */
    private final class FreeSlotWait extends SlotWait<Slot> {
        private final Patience patience = new Patience(stallTimeoutNs);

        FreeSlotWait() {
            super(slots.pool());
        }

        @Override
        protected Slot attempt() {
            handOver();
            return slots.claim();
        }

        @Override
        protected boolean isOver() {
            return slots.isClosing() || encoder.failure() != null;
        }

        @Override
        protected void nap(int seen) {
            if (hasSlotComeBack(seen)) {
                patience.restart();
            } else if (patience.isOver()) {
                encoder.fail(new RecordingException(
                        FailureKind.STALLED, "the encoder released no frame within " + Patience.words(stallTimeoutNs)));
            }
        }

        /** Waits for the GPU if it is reading, otherwise for the encoder. */
        private boolean hasSlotComeBack(int seen) {
            return readback.isPending()
                    ? readback.await(Patience.NAP_NS)
                    : slots.pool().awaitReleased(seen, Math.min(Patience.NAP_NS, stallTimeoutNs));
        }
    }

    /**
     * @throws io.github.stagerecorder.readback.UnreadableException as {@link Readback#begin} does; the slot is free
     *     then
     */
    void read(Slot slot) {
        try {
            readback.begin(slot);
        } catch (RuntimeException | Error e) {
            slot.abandon();
            throw e;
        }
    }

    /** Hands the finished reads to the encoder. It never waits. */
    void handOver() {
        for (Slot slot = readback.collect(); slot != null; slot = readback.collect()) {
            slot.ready();
            if (!encoder.submit(slot)) {
                slot.abandon();
                slots.pool().addLost();
            }
        }
    }

    /** Hands over the finished reads as {@link #handOver} does, and returns whether {@link #drain} would wait for others. */
    boolean isStillReading() {
        if (!readback.isContextCurrent() || encoder.failure() != null) {
            return false;
        }
        handOver();
        return readback.isPending();
    }

    /** Waits for the last reads, at most for the timeout. The GL context must be current. */
    void drain(long timeoutNs) {
        handOver();
        Patience patience = new Patience(timeoutNs);
        while (readback.isPending() && encoder.failure() == null && !patience.isOver()) {
            readback.await(Patience.NAP_NS);
            handOver();
        }
    }
}
