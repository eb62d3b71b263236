package io.github.stagerecorder.readback;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.frame.Slab;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.jni.PoolNative;
import java.nio.ByteBuffer;

/** Memory for one frame. Any thread may make it, and one thread at a time uses it. */
public final class StillMemory implements AutoCloseable {
    private static final int PAGE_BYTES = 4096;

    private final SlotPool pool = new SlotPool();
    private final Slab slab;

    private StillMemory(long sizeBytes) {
        slab = pool.newSlab(1, sizeBytes);
        if (slab == null) {
            pool.close();
            throw new RecordingException(FailureKind.MEMORY, "no memory for a snapshot of " + sizeBytes + " bytes");
        }
    }

    /** @throws RecordingException if the system has no memory */
    public static StillMemory of(long sizeBytes) {
        return new StillMemory(sizeBytes);
    }

    /**
     * Reserves memory well before a read. The system gives new memory page by page when it is touched, which takes a
     * read several times as long, so all of it is touched here.
     *
     * @throws RecordingException if the system has no memory
     */
    public static StillMemory touched(long sizeBytes) {
        StillMemory memory = new StillMemory(sizeBytes);
        ByteBuffer bytes = PoolNative.pixels(memory.slab.slot(0).handle(), sizeBytes);
        for (int at = 0; at < bytes.capacity(); at += PAGE_BYTES) {
            bytes.put(at, (byte) 0);
        }
        return memory;
    }

    SlotPool pool() {
        return pool;
    }

    Slab slab() {
        return slab;
    }

    /** Returns the size that was asked for. */
    public long sizeBytes() {
        return slab.slotBytes();
    }

    /** Releases the memory. */
    @Override
    public void close() {
        pool.close();
    }
}
