package io.github.stagerecorder.frame;

import io.github.stagerecorder.jni.PoolNative;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * All memory of a recording, and the words that it shares with the C side:
 *
 * <pre>
 *   released  u32   bumped when a slot comes back         (C writes; who waits for a slot sleeps on it)
 *   queued    u32   bumped when a frame is queued         (the encoder thread sleeps on it), and its sleepers u32
 *   delivered i64   frames GStreamer has consumed         (C writes)
 *   lost      i64   frames that came back unencoded       (C and the encoder thread add)
 *   mapped    i64   bytes of all slabs                    (C writes)
 *   discarding u32  what comes back now is lost           (Java sets, once)
 * </pre>
 *
 * Any thread, until {@link #close()}.
 */
public final class SlotPool implements QueueSignal, AutoCloseable {
    private static final VarHandle INT = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());
    private static final VarHandle LONG = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final long handle;
    private final ByteBuffer control;
    private final int released;
    private final int queued;
    private final int queuedSleepers;
    private final int delivered;
    private final int lost;
    private final int mapped;
    private final int discarding;
    private final SlotLayout layout = SlotLayout.ask();
    private final List<Slab> slabs = new ArrayList<>();
    private int generations;
    private long[] last; // delivered, lost and mapped, once closed

    /** @throws OutOfMemoryError if the control block cannot be allocated */
    public SlotPool() {
        handle = PoolNative.createPool();
        if (handle == 0) {
            throw new OutOfMemoryError("no native memory for a pool's control block");
        }
        control = PoolNative.control(handle);
        int[] offsets = PoolNative.controlOffsets();
        released = offsets[0];
        queued = offsets[1];
        queuedSleepers = offsets[2];
        delivered = offsets[3];
        lost = offsets[4];
        mapped = offsets[5];
        discarding = offsets[6];
    }

    /** Creates a generation of slots; null when the system has no memory for it. */
    public Slab newSlab(int slotCount, long slotBytes) {
        return newSlab(slotCount, slotBytes, null);
    }

    /** Creates a generation of READ slots, which are converted into {@code planes}; null when there is no memory. */
    public Slab newSlab(int slotCount, long slotBytes, Slab planes) {
        return add(PoolNative.createSlab(handle, slotCount, slotBytes), slotCount, slotBytes, planes);
    }

    /** The same for slots that get their memory from the GL driver. */
    public Slab newSlabForDriver(int slotCount, long slotBytes, Slab planes) {
        return add(PoolNative.createSlabForDriver(handle, slotCount, slotBytes), slotCount, slotBytes, planes);
    }

    private synchronized Slab add(long slab, int slotCount, long slotBytes, Slab planes) {
        if (slab == 0) {
            return null;
        }
        slabs.add(new Slab(generations++, slab, slotCount, slotBytes, layout, planes));
        return slabs.get(slabs.size() - 1);
    }

    /**
     * Lets go of a generation with its PLANES slots, once: its memory goes when its last lent slot is back. No slot of
     * it may be claimed, queued or looked at any more.
     */
    public synchronized void retire(Slab slab) {
        if (slabs.remove(slab)) {
            slab.release();
            if (slab.planes() != null) {
                retire(slab.planes());
            }
        }
    }

    /** What a user of a slab calls who has {@linkplain Slab#retain retained} it, with no slot of it in use. */
    public synchronized void release(Slab slab) {
        slab.release();
        if (last != null) {
            last[2] -= slab.slotCount() * slab.slotBytes();
        }
    }

    /**
     * Has the system provide the memory of the newest generation's first slots, which takes milliseconds that a first
     * read need not wait for. Any thread may call it.
     */
    public synchronized void populateNewest(int slotCount) {
        if (!slabs.isEmpty()) {
            slabs.get(slabs.size() - 1).populate(slotCount);
        }
    }

    /** Frees a converted READ slot and wakes waiters. Called by the pushing thread. */
    public void giveBack(Slot converted) {
        converted.abandon();
        PoolNative.signalReleased(handle);
    }

    /** The slab that a slot belongs to, which is not retired. */
    public synchronized Slab slabOf(Slot slot) {
        return slabs.stream()
                .filter(slab -> slab.generation() == slot.generation())
                .findFirst()
                .orElseThrow();
    }

    /** Returns whether every slot of every generation that has not been retired is free. */
    public synchronized boolean allFree() {
        return slabs.stream().allMatch(Slab::allFree);
    }

    /** Returns the release count, to be passed to {@link #awaitReleased}. */
    public int releasedCount() {
        return (int) INT.getVolatile(control, released);
    }

    /** Sleeps until a slot comes back after {@code seen}, at most {@code timeoutNs}. */
    public boolean awaitReleased(int seen, long timeoutNs) {
        return PoolNative.awaitReleased(handle, seen, timeoutNs);
    }

    @Override
    public int queuedCount() {
        return (int) INT.getVolatile(control, queued);
    }

    @Override
    public void napUntilQueued(int seen, long napNs) {
        PoolNative.napQueued(handle, seen, napNs);
    }

    @Override
    public void wakeEncoder() {
        PoolNative.wakeQueued(handle);
    }

    @Override
    public boolean awaitQueued(int seen, long timeoutNs) {
        return PoolNative.awaitQueued(handle, seen, timeoutNs);
    }

    /** A plain read where the encoder thread does not sleep. */
    @Override
    public void signalQueued() {
        INT.getAndAdd(control, queued, 1);
        if ((int) INT.getVolatile(control, queuedSleepers) != 0) {
            PoolNative.signalQueued(handle);
        }
    }

    /** Returns the number of frames that GStreamer has consumed. */
    public synchronized long delivered() {
        return last != null ? last[0] : read(delivered);
    }

    /** Frames that were taken and never encoded. Read before {@link #delivered()}, so that no frame counts twice. */
    public synchronized long lost() {
        return last != null ? last[1] : read(lost);
    }

    /** Returns the bytes of all slabs, including retired slabs that GStreamer still holds a slot of. */
    public synchronized long mappedBytes() {
        return last != null ? last[2] : read(mapped);
    }

    private long read(int offset) {
        return (long) LONG.getVolatile(control, offset);
    }

    /** Counts a frame that was dropped on its way to GStreamer. */
    public void addLost() {
        LONG.getAndAdd(control, lost, 1L);
    }

    /** Counts every frame that comes back from now on as lost. */
    public void discard() {
        INT.setVolatile(control, discarding, 1);
    }

    /** Retires all slabs. Afterwards only delivered(), lost() and mappedBytes() may be called. */
    @Override
    public synchronized void close() {
        List.copyOf(slabs).forEach(this::retire);
        last = new long[] {read(delivered), read(lost), read(mapped)};
        PoolNative.retirePool(handle);
    }
}
