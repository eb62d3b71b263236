package io.github.stagerecorder.frame;

import io.github.stagerecorder.jni.PoolNative;
import java.nio.ByteBuffer;

/**
 * One generation of equally large slots. A resize that grows starts another; this one's memory goes when it is
 * {@linkplain SlotPool#retire retired} and its last slot is back from GStreamer.
 *
 * <p>Where frames are converted by us, a slab of READ slots has one of PLANES slots beside it: two sets, so that full
 * READ slots cannot starve the conversion.
 */
public final class Slab {
    private final int generation;
    private final long handle;
    private final long slotBytes;
    private final Slot[] slots;
    private final Slab planes; // null where frames are pushed as they were read, and of PLANES slots
    private boolean used;

    Slab(int generation, long handle, int slotCount, long slotBytes, SlotLayout layout, Slab planes) {
        this.generation = generation;
        this.handle = handle;
        this.planes = planes;
        this.slotBytes = slotBytes;
        this.slots = new Slot[slotCount];
        ByteBuffer words = PoolNative.slots(handle, slotCount);
        for (int i = 0; i < slotCount; i++) {
            slots[i] = new Slot(generation, PoolNative.slot(handle, i), words, i * layout.sizeOfPart(), layout);
        }
    }

    /**
     * Claims a slot to read into; null when none is free. Takes the first free one, so that a fast encoder uses few
     * slots, which stay in the caches. Called by the render thread.
     */
    public Slot claim() {
        Slot slot = claim(SlotState.READING);
        used |= slot != null;
        return slot;
    }

    /** Claims a PLANES slot to convert into; null when none is free. Called by the pushing thread. */
    public Slot claimToFill() {
        return claim(SlotState.FILLING);
    }

    private Slot claim(int claimed) {
        for (Slot slot : slots) {
            if (slot.claim(claimed)) {
                return slot;
            }
        }
        return null;
    }

    /** Counts the slots in a {@link SlotState} at the moment. Any thread. */
    public int count(int state) {
        int count = 0;
        for (Slot slot : slots) {
            if (slot.state() == state) {
                count++;
            }
        }
        return count;
    }

    /** Returns the PLANES slots of the same generation; null where frames are pushed as they were read. */
    public Slab planes() {
        return planes;
    }

    /** Returns whether a slot was ever claimed. Render thread. */
    public boolean isUsed() {
        return used;
    }

    /** Returns whether all slots are free. */
    public boolean allFree() {
        return count(SlotState.FREE) == slots.length;
    }

    /** Has the system provide the memory of the first slots before they are written, if it is not the driver's. */
    void populate(int count) {
        PoolNative.populateSlab(handle, count);
    }

    /** Adds a user, for whom the slots stay until it calls {@link SlotPool#release}. */
    public void retain() {
        PoolNative.retainSlab(handle);
    }

    /** Drops one reference. The caller must not use the slab afterwards. */
    void release() {
        PoolNative.retireSlab(handle);
    }

    /** Its number among those of its pool, which its slots have too. */
    public int generation() {
        return generation;
    }

    /** Returns the number of slots. */
    public int slotCount() {
        return slots.length;
    }

    /** Returns the size of each slot. */
    public long slotBytes() {
        return slotBytes;
    }

    /** Returns the size of the generation's memory, including its PLANES slots. */
    public long totalBytes() {
        return slots.length * slotBytes + (planes == null ? 0 : planes.totalBytes());
    }

    /** Returns slot {@code index}, counted from 0. */
    public Slot slot(int index) {
        return slots[index];
    }
}
