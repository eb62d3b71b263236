package io.github.stagerecorder.session;

import io.github.stagerecorder.DropCause;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.encode.Encoder;
import io.github.stagerecorder.encode.InputPlan;
import io.github.stagerecorder.frame.Patience;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.Slab;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.frame.SlotState;
import io.github.stagerecorder.frame.SlotWait;
import io.github.stagerecorder.plan.PoolSize;
import io.github.stagerecorder.readback.Readback;
import io.github.stagerecorder.settings.Options;

/** Manages the slots that captures claim, within the memory budget. */
final class FreeSlots {
    /** More than the moment between a frame that is released and the older generations that it retires. */
    private static final long FORGOTTEN_NS = 1_000_000_000L;

    private final SlotPool pool = new SlotPool();
    private final Readback readback;
    private final long stallTimeoutNs;
    private final long budgetBytes;
    private final long othersBytes; // at most, for other files only release memory
    private final boolean pushesHere;
    private final boolean waits;
    private final Patience untouched = new Patience(FORGOTTEN_NS); // while nothing is in the present slots
    private InputPlan plan;
    private Slab slab;
    private Picture awaited; // for which there is no room yet; null if the slots are large enough
    private volatile boolean closing;

    /**
     * @param usedBytes how much of the budget other files use
     * @throws IllegalArgumentException if what is left is too small for the plan's picture
     */
    FreeSlots(Options options, InputPlan plan, Readback readback, long usedBytes) {
        this.readback = readback;
        stallTimeoutNs = options.limits().stallTimeoutNs();
        budgetBytes = options.limits().budgetBytes();
        othersBytes = usedBytes;
        waits = options.waits();
        pushesHere = !options.hasEncoderThread();
        this.plan = plan;
        try {
            slab = newSlab(plan.file(), usedBytes);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private Slab newSlab(Picture picture, long usedBytes) {
        PoolSize size = PoolSize.within(budgetBytes, usedBytes, plan, picture);
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
                FailureKind.MEMORY,
                "the system has no memory for " + count + " slots of " + picture.sizeBytes() + " bytes");
    }

    /**
     * Returns a slot to read into, or null if none is free. If the capturing thread also pushes, a PLANES slot must be
     * free too, so that the push does not wait.
     *
     * @throws RecordingException if there is room for larger slots at last, but no memory
     * @throws io.github.stagerecorder.readback.UnreadableException if larger slots are due without the GL context
     */
    Slot claim() {
        return awaited == null || makeRoom() ? claimNow() : null;
    }

    private Slot claimNow() {
        Slab planes = pushesHere ? slab.planes() : null;
        boolean passable = planes == null || planes.count(SlotState.FREE) > slab.count(SlotState.READING);
        return passable ? slab.claim() : null;
    }

    /** Returns the reason why {@link #claim} has found no slot. */
    DropCause whyNoneIsFree() {
        if (awaited != null) {
            return DropCause.POOL_FULL;
        }
        if (2 * slab.count(SlotState.READING) >= slab.slotCount()) {
            return DropCause.GPU_LATE;
        }
        boolean waiting = slab.planes() == null
                ? slab.count(SlotState.READY) > 0
                : slab.planes().count(SlotState.FREE) > 0;
        return waiting ? DropCause.ENCODER_SLOW : DropCause.POOL_FULL;
    }

    /**
     * Ensures that each slot is large enough for {@code picture}: starts a new generation of slots if the current one
     * is too small. If older generations leave no room, it waits until they are retired where the user chose to wait;
     * otherwise {@link #claim} finds no slot until then.
     *
     * @throws IllegalArgumentException if the budget is too small for both generations; the current one stays then
     */
    void fit(Picture picture, Encoder encoder) {
        awaited = null;
        if (holds(slab, picture) && (slab.planes() == null || holds(slab.planes(), plan.pushed(picture)))) {
            return;
        }
        if (waits) {
            awaitOlderGenerations(picture, encoder);
        }
        if (waits || hasRoom(picture)) {
            replace(picture);
        } else {
            PoolSize.within(budgetBytes, stayingBytes(), plan, picture); // which refuses what will never fit
            awaited = picture;
            untouched.restart();
        }
    }

    /** Returns whether the budget has room for as many slots of this plan as are wanted, beside those that exist. */
    boolean hasRoomFor(InputPlan next, Picture picture) {
        return awaited == null && PoolSize.wantedFits(budgetBytes, othersBytes + pool.mappedBytes(), next, picture);
    }

    /**
     * Starts a new generation of slots for this plan. There must be room.
     *
     * @return false if the system or the driver has no memory; nothing has changed then
     */
    boolean goOver(InputPlan next, Picture picture) {
        InputPlan before = plan;
        plan = next;
        try {
            replace(picture);
            return true;
        } catch (RecordingException e) {
            plan = before;
            return false;
        }
    }

    /** An unused generation lets no older one be retired; a used one does. */
    private long stayingBytes() {
        return slab.isUsed() ? slab.totalBytes() : pool.mappedBytes() - goingBytes();
    }

    /** @return whether there is room now for the picture that waits for it */
    private boolean makeRoom() {
        boolean hasRoom = hasRoom(awaited);
        if (!hasRoom && !isForgotten()) {
            return false;
        }
        readback.requireContextNow();
        if (hasRoom) {
            replace(awaited);
        } else {
            slab = newSlab(awaited, othersBytes);
        }
        awaited = null;
        return true;
    }

    /**
     * Returns whether nothing will ever retire the older generations: the encoder has seen no frame of this one, and has
     * none of it to see, because its reads were lost. They then stay beside the next one until its first frame.
     */
    private boolean isForgotten() {
        boolean idle = slab.allFree() && (slab.planes() == null || slab.planes().allFree());
        if (!idle) {
            untouched.restart();
        }
        return idle && untouched.isOver();
    }

    private void replace(Picture picture) {
        Slab old = slab;
        slab = newSlab(picture, pool.mappedBytes() - goingBytes());
        if (!old.isUsed()) {
            pool.retire(old);
        }
    }

    /** A generation that holds no frame is retired with its replacement; nothing else would retire it. */
    private long goingBytes() {
        return slab.isUsed() ? 0 : slab.totalBytes();
    }

    /** Whether no older generation is left, or there is room beside it. */
    private boolean hasRoom(Picture picture) {
        boolean alone = pool.mappedBytes() <= slab.totalBytes();
        return alone || PoolSize.fits(budgetBytes, pool.mappedBytes() - goingBytes(), plan, picture);
    }

    private static boolean holds(Slab slots, Picture picture) {
        return picture.sizeBytes() <= slots.slotBytes();
    }

    /**
     * Waits until the older generations leave enough memory. They are retired once the encoder has seen a frame of the
     * current one.
     */
    private void awaitOlderGenerations(Picture picture, Encoder encoder) {
        Patience patience = new Patience(stallTimeoutNs);
        new SlotWait<Boolean>(pool) {
            @Override
            protected Boolean attempt() {
                return hasRoom(picture) ? Boolean.TRUE : null;
            }

            @Override
            protected boolean isOver() {
                return closing || encoder.failure() != null || patience.isOver();
            }
        }.await();
    }

    /** Ends every wait for a slot, now and later. Any thread may call it. */
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

    /** Returns the number of PLANES slots. */
    int planesSlotCount() {
        return slab.planes() == null ? 0 : slab.planes().slotCount();
    }
}
