package io.github.stagerecorder;

import io.github.stagerecorder.encode.Encoder;
import io.github.stagerecorder.encode.EncoderPlan;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.Slab;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.readback.Readback;

/** Free slots for the render thread, within the budget. */
final class SlotSupply {
    /** A failure anywhere is noticed after so long at the latest, whoever was to wake us. */
    private static final long NAP_NS = 20_000_000L;

    private final SlotPool pool = new SlotPool();
    private final Readback readback;
    private final long stallTimeoutNs;
    private final long budgetBytes;
    private final int keptSlots;
    private Slab slab;
    private volatile boolean closing;

    /** @throws IllegalArgumentException if the budget is too small for the plan's picture */
    SlotSupply(RecorderBuilder options, EncoderPlan plan, Readback readback) {
        this.readback = readback;
        stallTimeoutNs = options.stallTimeoutNs();
        budgetBytes = options.budgetBytes();
        keptSlots = plan.keepsNewest() ? 1 : 0;
        try {
            slab = newSlab(plan.file(), 0);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private Slab newSlab(Picture picture, long usedBytes) {
        int count = PoolSize.slots(picture, keptSlots, usedBytes, budgetBytes);
        Slab fresh = readback.newSlab(pool, count, picture.slotBytes());
        if (fresh == null) {
            throw new RecordingException(RecordingException.Kind.MEMORY, "the system has no memory for " + count
                    + " slots of " + picture.sizeBytes() + " bytes", null, null);
        }
        return fresh;
    }

    /** A slot to read into; null when there is none. */
    Slot claim() {
        return slab.claim();
    }

    /** What holds the slots, when {@link #claim} has none. */
    DropCause whyNoneIsFree() {
        if (slab.anyReading()) {
            return DropCause.GPU_LATE;
        }
        return slab.anyReady() ? DropCause.ENCODER_SLOW : DropCause.POOL_FULL;
    }

    /**
     * Sees to it that a slot holds {@code picture}: starts a new generation where the present one is too small.
     *
     * @throws IllegalArgumentException if the budget does not allow for both; the present one stays then
     */
    void fit(Picture picture, Encoder encoder) {
        if (picture.sizeBytes() <= slab.slotBytes()) {
            return;
        }
        Slab old = slab;
        // A generation without a frame under way makes room at once; nobody else will retire it.
        long goingBytes = old.isUsed() ? 0 : bytes(old);
        awaitOlderGenerations(picture, goingBytes, encoder);
        slab = newSlab(picture, pool.mappedBytes() - goingBytes);
        if (!old.isUsed()) {
            pool.retire(old);
        }
    }

    /** They come back by themselves, once the encoder has seen a frame of the present one. */
    private void awaitOlderGenerations(Picture picture, long goingBytes, Encoder encoder) {
        long sinceNs = System.nanoTime();
        while (pool.mappedBytes() > bytes(slab)
                && !PoolSize.fits(picture, keptSlots, pool.mappedBytes() - goingBytes, budgetBytes)
                && !closing
                && encoder.failure() == null
                && System.nanoTime() - sinceNs < stallTimeoutNs) {
            pool.awaitReleased(pool.releasedCount(), NAP_NS);
        }
    }

    private static long bytes(Slab slab) {
        return slab.slotCount() * slab.slotBytes();
    }

    /** Ends every wait for a slot, now and later. Any thread. */
    void stopWaiting() {
        closing = true;
    }

    boolean isClosing() {
        return closing;
    }

    SlotPool pool() {
        return pool;
    }

    int slotCount() {
        return slab.slotCount();
    }
}
