package io.github.stagerecorder.frame;

import io.github.stagerecorder.jni.PoolNative;
import io.github.stagerecorder.settings.PixelFormat;
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
 * What a slot holds, and when, stands in the words of its shared part, which C reads too ({@code native/core/sr_slot.h}).
 * Those of a READ slot are the render thread's until it is queued, then the encoder thread's until it is lent; those of a
 * PLANES slot are the encoder thread's. Setting the state publishes them.
 */
public final class Slot {
    private static final VarHandle INT = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());
    private static final VarHandle LONG = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final PixelFormat[] FORMATS = PixelFormat.values();

    private final int generation;
    private final long handle;
    private final ByteBuffer words; // of all slots of the slab
    private final int at;
    private final SlotLayout layout;

    private long transfer; // the render thread's, always

    Slot(int generation, long handle, ByteBuffer words, int at, SlotLayout layout) {
        this.generation = generation;
        this.handle = handle;
        this.words = words;
        this.at = at;
        this.layout = layout;
    }

    /** FREE to READING or FILLING, if it is free. The one thread that claims of its slab. */
    boolean claim(int claimed) {
        if (state() != SlotState.FREE) {
            return false;
        }
        INT.setRelease(words, at + layout.state(), claimed);
        return true;
    }

    /** Says what is being written into it. Only whoever has claimed it may call this. */
    public void stamp(Picture picture, long ptsNs, long durationNs) {
        setInt(layout.format(), picture.format().ordinal());
        setInt(layout.widthPx(), picture.widthPx());
        setInt(layout.heightPx(), picture.heightPx());
        setInt(layout.bottomUp(), picture.bottomUp() ? 1 : 0);
        setLong(layout.sizeBytes(), picture.sizeBytes());
        setLong(layout.ptsNs(), ptsNs);
        setLong(layout.durationNs(), durationNs);
    }

    /** Whether it holds such a picture; allocates nothing. */
    public boolean holds(Picture picture) {
        return getInt(layout.widthPx()) == picture.widthPx()
                && getInt(layout.heightPx()) == picture.heightPx()
                && getInt(layout.format()) == picture.format().ordinal()
                && (getInt(layout.bottomUp()) != 0) == picture.bottomUp();
    }

    /** How its pixels come from the GPU: a handle of the readback's. Render thread. */
    public long transfer() {
        return transfer;
    }

    public void setTransfer(long newTransfer) {
        transfer = newTransfer;
    }

    /** Sets a READING slot to READY, as its pixels have arrived. Called by the render thread. */
    public void ready() {
        INT.setRelease(words, at + layout.state(), SlotState.READY);
    }

    /** To FREE, from any state but LENT: it will not be pushed. Whoever holds it. */
    public void abandon() {
        INT.setRelease(words, at + layout.state(), SlotState.FREE);
    }

    /** Ends the keeper's hold on a lent slot. Encoder thread. */
    public void releaseHold() {
        PoolNative.releaseHold(handle);
    }

    int state() {
        return (int) INT.getAcquire(words, at + layout.state());
    }

    /** Returns the number of the slot's {@link Slab}. */
    public int generation() {
        return generation;
    }

    /** Returns the handle for the native functions. */
    public long handle() {
        return handle;
    }

    /** Returns what the slot holds, in a new object. */
    public Picture picture() {
        return new Picture(
                getInt(layout.widthPx()),
                getInt(layout.heightPx()),
                FORMATS[getInt(layout.format())],
                getInt(layout.bottomUp()) != 0);
    }

    public long ptsNs() {
        return (long) LONG.get(words, at + layout.ptsNs());
    }

    public long durationNs() {
        return (long) LONG.get(words, at + layout.durationNs());
    }

    private int getInt(int offset) {
        return (int) INT.get(words, at + offset);
    }

    private void setInt(int offset, int value) {
        INT.set(words, at + offset, value);
    }

    private void setLong(int offset, long value) {
        LONG.set(words, at + offset, value);
    }
}
