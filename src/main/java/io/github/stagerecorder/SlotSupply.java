package io.github.stagerecorder;

import io.github.stagerecorder.encode.Encoder;
import io.github.stagerecorder.encode.EncoderPlan;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.Slab;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.frame.SlotState;
import io.github.stagerecorder.readback.Readback;

/** Free slots for the render thread, within the budget. */
final class SlotSupply {
    /** A failure anywhere is noticed after so long at the latest, whoever was to wake us. */
    private static final long NAP_NS = 20_000_000L;

    private final SlotPool pool = new SlotPool();
    private final Readback readback;
    private final long stallTimeoutNs;
    private final long budgetBytes;
    private final EncoderPlan plan;
    private final boolean inline;
    private Slab slab;
    private volatile boolean closing;

    /**
     * @param usedBytes what others take of the budget
     * @throws IllegalArgumentException if what is left is too small for the plan's picture
     */
    SlotSupply(RecorderBuilder options, EncoderPlan plan, Readback readback, long usedBytes) {
        this.readback = readback;
        stallTimeoutNs = options.stallTimeoutNs();
        budgetBytes = options.budgetBytes();
        inline = !options.parallel();
        this.plan = plan;
        try {
            slab = newSlab(plan.file(), usedBytes);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private Slab newSlab(Picture picture, long usedBytes) {
        PoolSize size = PoolSize.of(PoolDemand.of(plan, picture), usedBytes, budgetBytes);
        Slab planes = size.planesSlots() == 0 ? null : newPlanes(size.planesSlots(), plan.pushed(picture));
        Slab fresh = readback.newSlab(pool, size.readSlots(), picture.slotBytes(), planes);
        if (fresh == null) {
            pool.retire(planes);
            throw noMemory(size.readSlots(), picture);
        }
        return fresh;
    }

    private Slab newPlanes(int count, Picture picture) {
        Slab fresh = pool.newSlab(count, picture.slotBytes(), null);
        if (fresh == null) {
            throw noMemory(count, picture);
        }
        return fresh;
    }

    private static RecordingException noMemory(int count, Picture picture) {
        return new RecordingException(
                RecordingException.Kind.MEMORY,
                "the system has no memory for " + count + " slots of " + picture.sizeBytes() + " bytes",
                null,
                null);
    }

    /** A slot to read into; null when there is none. Whoever pushes inline must not wait: then a PLANES slot is there. */
    Slot claim() {
        Slab planes = inline ? slab.planes() : null;
        boolean passable = planes == null || planes.count(SlotState.FREE) > slab.count(SlotState.READING);
        return passable ? slab.claim() : null;
    }

    /** What holds the slots, when {@link #claim} has none. */
    DropCause whyNoneIsFree() {
        if (2 * slab.count(SlotState.READING) >= slab.slotCount()) {
            return DropCause.GPU_LATE;
        }
        boolean waiting = slab.planes() == null
                ? slab.count(SlotState.READY) > 0
                : slab.planes().count(SlotState.FREE) > 0;
        return waiting ? DropCause.ENCODER_SLOW : DropCause.POOL_FULL;
    }

    /**
     * Sees to it that a slot holds {@code picture}: starts a new generation where the present one is too small.
     *
     * @throws IllegalArgumentException if the budget does not allow for both; the present one stays then
     */
    void fit(Picture picture, Encoder encoder) {
        if (holds(slab, picture) && (slab.planes() == null || holds(slab.planes(), plan.pushed(picture)))) {
            return;
        }
        Slab old = slab;
        // A generation without a frame under way makes room at once; nobody else will retire it.
        long goingBytes = old.isUsed() ? 0 : old.totalBytes();
        awaitOlderGenerations(picture, goingBytes, encoder);
        slab = newSlab(picture, pool.mappedBytes() - goingBytes);
        if (!old.isUsed()) {
            pool.retire(old);
        }
    }

    private static boolean holds(Slab slots, Picture picture) {
        return picture.sizeBytes() <= slots.slotBytes();
    }

    /** They come back by themselves, once the encoder has seen a frame of the present one. */
    private void awaitOlderGenerations(Picture picture, long goingBytes, Encoder encoder) {
        long sinceNs = System.nanoTime();
        while (pool.mappedBytes() > slab.totalBytes()
                && !PoolSize.fits(PoolDemand.of(plan, picture), pool.mappedBytes() - goingBytes, budgetBytes)
                && !closing
                && encoder.failure() == null
                && System.nanoTime() - sinceNs < stallTimeoutNs) {
            pool.awaitReleased(pool.releasedCount(), NAP_NS);
        }
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

    /** How many PLANES slots there are besides. */
    int planesSlotCount() {
        return slab.planes() == null ? 0 : slab.planes().slotCount();
    }
}
