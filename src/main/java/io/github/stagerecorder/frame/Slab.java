package io.github.stagerecorder.frame;

import io.github.stagerecorder.jni.PoolNative;
import java.nio.ByteBuffer;

/**
 * One generation of equally large slots. A resize that grows starts another; this one's memory goes when it is
 * {@linkplain SlotPool#retire retired} and its last slot is back from GStreamer.
 */
public final class Slab {
    private final long handle;
    private final long slotBytes;
    private final Slot[] slots;
    private boolean used;

    Slab(long handle, int slotCount, long slotBytes, int headerBytes) {
        this.handle = handle;
        this.slotBytes = slotBytes;
        this.slots = new Slot[slotCount];
        ByteBuffer headers = PoolNative.slots(handle, slotCount);
        for (int i = 0; i < slotCount; i++) {
            slots[i] = new Slot(this, PoolNative.slot(handle, i), headers, i * headerBytes);
        }
    }

    /**
     * A slot to read into, or null when none is free. Render thread. The first free one, so that a fast encoder sees
     * few of them, warm in the caches.
     */
    public Slot claim() {
        for (Slot slot : slots) {
            if (slot.claim()) {
                used = true;
                return slot;
            }
        }
        return null;
    }

    /** Whether a slot was ever claimed. Render thread. */
    public boolean isUsed() {
        return used;
    }

    /** Whether a slot is being read into. Any thread. */
    public boolean anyReading() {
        return any(SlotState.READING);
    }

    /** Whether a slot waits for the encoder thread. Any thread. */
    public boolean anyReady() {
        return any(SlotState.READY);
    }

    private boolean any(int state) {
        for (Slot slot : slots) {
            if (slot.state() == state) {
                return true;
            }
        }
        return false;
    }

    /** Whether nobody uses a slot of it. */
    public boolean allFree() {
        for (Slot slot : slots) {
            if (!slot.isFree()) {
                return false;
            }
        }
        return true;
    }

    /** Adds a user, for whom the slots stay until it calls {@link SlotPool#release}. */
    public void retain() {
        PoolNative.retainSlab(handle);
    }

    /** A user lets go. Nothing of the slab may be touched any more. */
    void release() {
        PoolNative.retireSlab(handle);
    }

    public int slotCount() {
        return slots.length;
    }

    /** What each slot can hold. */
    public long slotBytes() {
        return slotBytes;
    }

    /** Slot {@code index}, from 0. */
    public Slot slot(int index) {
        return slots[index];
    }
}
