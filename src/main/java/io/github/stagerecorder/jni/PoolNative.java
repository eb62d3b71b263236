package io.github.stagerecorder.jni;

import java.nio.ByteBuffer;

/**
 * The pool in {@code native/core}, in {@code sr_pool.h}, {@code sr_slab.h} and {@code sr_slot.h}. See those headers for
 * each function and its threading rules.
 * Handles are addresses; nothing is checked.
 */
public final class PoolNative {
    private PoolNative() {}

    /** Gives back what is free in the C library's heap: {@code native/os/sr_os.h}. Any thread. */
    public static native void trimHeap();

    /** @return 0 when there is no memory */
    public static native long createPool();

    public static native void retirePool(long pool);

    /** @return the control block, alive as long as the pool */
    public static native ByteBuffer control(long pool);

    /**
     * @return the offsets in bytes of released, queued, queued's sleepers, delivered, lost, mapped bytes and
     *     discarding in the control block
     */
    public static native int[] controlOffsets();

    /**
     * @return the size in bytes of a slot's shared part, then the offsets in it of state, format, PTS, duration, size,
     *     width, height and the order of rows
     */
    public static native int[] slotOffsets();

    /** @return 0 when there is no memory */
    public static native long createSlab(long pool, int slotCount, long slotBytes);

    /** @return 0 when there is no memory for its slots; the slots get theirs from the GL driver */
    public static native long createSlabForDriver(long pool, int slotCount, long slotBytes);

    public static native void retainSlab(long slab);

    public static native void populateSlab(long slab, int slotCount);

    public static native void retireSlab(long slab);

    /** @return the slots' shared parts, one behind the other, alive as long as the slab */
    public static native ByteBuffer slots(long slab, int slotCount);

    public static native long slot(long slab, int index);

    /** @return the slot's memory, for tests and benchmarks to look at; {@code sizeBytes} at most 2 GiB - 1 */
    public static native ByteBuffer pixels(long slot, long sizeBytes);

    /** @return where the memory of a direct buffer lies, for as long as the buffer is reachable */
    public static native long address(ByteBuffer direct);

    public static native void releaseHold(long slot);

    public static native void signalQueued(long pool);

    public static native void signalReleased(long pool);

    public static native void wakeQueued(long pool);

    public static native void napQueued(long pool, int seen, long napNs);

    public static native boolean awaitQueued(long pool, int seen, long timeoutNs);

    public static native boolean awaitReleased(long pool, int seen, long timeoutNs);
}
