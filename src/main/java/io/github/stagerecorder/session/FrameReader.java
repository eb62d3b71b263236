package io.github.stagerecorder.session;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.encode.Encoder;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.SlotWait;
import io.github.stagerecorder.readback.Readback;
import io.github.stagerecorder.settings.Options;

/**
 * Takes a slot on the render thread from being claimed, through the read, to the encoder. Waits for a free slot where the
 * user chose so, and meanwhile for the GPU too.
 */
final class FrameReader {
    private final FreeSlots slots;
    private final Readback readback;
    private final Encoder encoder;
    private final CaptureCounters counters;
    private final boolean waits;
    private final long stallTimeoutNs;
    private final FreeSlotWait freeSlot;

    FrameReader(Options options, FreeSlots slots, Readback readback, Encoder encoder, CaptureCounters counters) {
        this.slots = slots;
        this.readback = readback;
        this.encoder = encoder;
        this.counters = counters;
        waits = options.waits();
        stallTimeoutNs = options.limits().stallTimeoutNs();
        freeSlot = new FreeSlotWait();
    }

    /** A slot to read into; null when there is none, the recording has failed, or it is about to be closed. */
    Slot claim() {
        Slot slot = slots.claim();
        return slot != null || !waits ? slot : await();
    }

    private Slot await() {
        CaptureCounters.count(counters.waits);
        slots.pool().wakeEncoder();
        freeSlot.idleSinceNs = System.nanoTime();
        return freeSlot.await();
    }

    /** While it lasts, reads that are over are handed to the encoder, and so make room. */
    private final class FreeSlotWait extends SlotWait<Slot> {
        private long idleSinceNs;

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
                idleSinceNs = System.nanoTime();
            } else if (System.nanoTime() - idleSinceNs >= stallTimeoutNs) {
                encoder.fail(new RecordingException(
                        FailureKind.STALLED,
                        "the encoder gave no frame back within " + stallTimeoutNs / 1_000_000 + " ms"));
            }
        }

        /** From the GPU or from the encoder. */
        private boolean hasSlotComeBack(int seen) {
            return readback.isPending()
                    ? readback.await(NAP_NS)
                    : slots.pool().awaitReleased(seen, Math.min(NAP_NS, stallTimeoutNs));
        }
    }

    /** @throws IllegalStateException as {@link Readback#begin}; the slot is free again then */
    void read(Slot slot) {
        try {
            readback.begin(slot);
        } catch (RuntimeException e) {
            slot.abandon();
            throw e;
        }
    }

    /** Gives the encoder what has arrived since. Never waits. */
    void handOver() {
        for (Slot slot = readback.collect(); slot != null; slot = readback.collect()) {
            slot.ready();
            if (!encoder.submit(slot)) {
                slot.abandon();
                slots.pool().addLost();
            }
        }
    }

    /** The last frames arrive, as far as they do within the time. The GL context is current. */
    void drain(long timeoutNs) {
        long deadlineNs = System.nanoTime() + timeoutNs;
        handOver();
        while (readback.isPending() && encoder.failure() == null && System.nanoTime() < deadlineNs) {
            readback.await(SlotWait.NAP_NS);
            handOver();
        }
    }
}
