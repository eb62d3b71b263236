package io.github.stagerecorder.frame;

import io.github.stagerecorder.jni.PoolNative;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * One frame of memory, and what is known of the frame in it.
 *
 * <pre>
 *   READ:    FREE --claim--> READING --ready--> READY --push--> LENT --GstMemory freed--> FREE
 *             ^                 |                 |
 *             +-----------------+---- abandon ----+             (so, too, where it has been converted)
 *
 *   PLANES:  FREE --claim--> FILLING --push--> LENT --GstMemory freed--> FREE
 * </pre>
 *
 * The fields of a READ slot are the render thread's until it is queued, then the encoder thread's until it is lent;
 * those of a PLANES slot are the encoder thread's.
 */
public final class Slot {
    private static final VarHandle STATE = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());

    private final int generation;
    private final long handle;
    private final ByteBuffer headers;
    private final int stateOffset;

    private Picture picture;
    private long ptsNs;
    private long durationNs;
    private long transfer; // the render thread's, always

    Slot(int generation, long handle, ByteBuffer headers, int stateOffset) {
        this.generation = generation;
        this.handle = handle;
        this.headers = headers;
        this.stateOffset = stateOffset;
    }

    /** FREE to READING or FILLING, if it is free. The one thread that claims of its slab. */
    boolean claim(int claimed) {
        if (state() != SlotState.FREE) {
            return false;
        }
        STATE.setRelease(headers, stateOffset, claimed);
        return true;
    }

    /** Says what is being written into it. Who has claimed it. */
    public void stamp(Picture newPicture, long newPtsNs, long newDurationNs) {
        picture = newPicture;
        ptsNs = newPtsNs;
        durationNs = newDurationNs;
    }

    /** How its pixels come from the GPU: a handle of the readback's. Render thread. */
    public long transfer() {
        return transfer;
    }

    public void setTransfer(long newTransfer) {
        transfer = newTransfer;
    }

    /** READING to READY: the pixels are there. Render thread. */
    public void ready() {
        STATE.setRelease(headers, stateOffset, SlotState.READY);
    }

    /** To FREE, from any state but LENT: it will not be pushed. Whoever holds it. */
    public void abandon() {
        STATE.setRelease(headers, stateOffset, SlotState.FREE);
    }

    /** Ends the keeper's hold on a lent slot. Encoder thread. */
    public void releaseHold() {
        PoolNative.releaseHold(handle);
    }

    int state() {
        return (int) STATE.getAcquire(headers, stateOffset);
    }

    /** The number of the {@link Slab} it belongs to. */
    public int generation() {
        return generation;
    }

    /** For the native functions that read into it and push it. */
    public long handle() {
        return handle;
    }

    public Picture picture() {
        return picture;
    }

    public long ptsNs() {
        return ptsNs;
    }

    public long durationNs() {
        return durationNs;
    }
}
