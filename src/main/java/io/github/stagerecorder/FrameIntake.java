package io.github.stagerecorder;

import io.github.stagerecorder.encode.EncodeException;
import io.github.stagerecorder.encode.EncodeException.Reason;
import io.github.stagerecorder.encode.Encoder;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.readback.Readback;

/**
 * The slots' way on the render thread: claimed, read into, and handed to the encoder when the pixels are there. Waits
 * for a free slot where the user chose so, and meanwhile for the GPU too.
 */
final class FrameIntake {
    /** A failure anywhere is noticed after so long at the latest, whoever was to wake us. */
    private static final long NAP_NS = 20_000_000L;

    private final SlotSupply slots;
    private final Readback readback;
    private final Encoder encoder;
    private final CaptureCounters counters;
    private final boolean waits;
    private final long stallTimeoutNs;

    FrameIntake(
            RecorderBuilder options, SlotSupply slots, Readback readback, Encoder encoder, CaptureCounters counters) {
        this.slots = slots;
        this.readback = readback;
        this.encoder = encoder;
        this.counters = counters;
        waits = options.waits();
        stallTimeoutNs = options.stallTimeoutNs();
    }

    /** A slot to read into; null when there is none, the recording has failed, or it is about to be closed. */
    Slot claim() {
        Slot slot = slots.claim();
        return slot != null || !waits ? slot : await();
    }

    private Slot await() {
        CaptureCounters.count(counters.waits);
        slots.pool().wakeEncoder();
        long idleSinceNs = System.nanoTime();
        while (!slots.isClosing() && encoder.failure() == null) {
            int seen = slots.pool().releasedCount();
            handOver();
            Slot slot = slots.claim();
            if (slot != null) {
                return slot;
            }
            if (nap(seen)) {
                idleSinceNs = System.nanoTime();
            } else if (System.nanoTime() - idleSinceNs >= stallTimeoutNs) {
                encoder.fail(new EncodeException(
                        Reason.STALLED, "the encoder gave no frame back within " + stallTimeoutNs / 1_000_000 + " ms"));
            }
        }
        return null;
    }

    /** @return whether a slot has come back, from the GPU or from the encoder */
    private boolean nap(int seen) {
        if (readback.isPending()) {
            return readback.await(NAP_NS);
        }
        return slots.pool().awaitReleased(seen, Math.min(NAP_NS, stallTimeoutNs));
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

    /** The last frames arrive, as far as they do within the time. */
    void drain(long timeoutNs) {
        long deadlineNs = System.nanoTime() + timeoutNs;
        handOver();
        while (readback.isPending() && encoder.failure() == null && System.nanoTime() < deadlineNs) {
            readback.await(NAP_NS);
            handOver();
        }
    }
}
