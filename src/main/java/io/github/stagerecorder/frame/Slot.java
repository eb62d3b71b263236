package io.github.stagerecorder.frame;

import io.github.stagerecorder.jni.PoolNative;
import io.github.stagerecorder.settings.PixelFormat;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The memory of one frame, and the description of the frame in it.
 *
 * <pre>
 *   READ:    FREE --claim--> READING --ready--> READY --push--> LENT --GstMemory freed--> FREE
 *             ^                 |                 |
 *             +-----------------+---- abandon ----+             (also once it has been converted)
 *
 *   PLANES:  FREE --claim--> FILLING --push--> LENT --GstMemory freed--> FREE
 * </pre>
 *
 * The shared part of a slot stores the format, the size and the times of its frame; C reads it too (see
 * {@code native/core/sr_slot.h}). The render thread owns the shared part of a READ slot until the slot is queued, and
 * then the encoder thread owns it until the slot is lent. The encoder thread owns that of a PLANES slot. Setting the
 * state publishes these values.
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

    private long transfer; // used only on the render thread
    private long stampedNs; // handed over with the slot

    Slot(int generation, long handle, ByteBuffer words, int at, SlotLayout layout) {
        this.generation = generation;
        this.handle = handle;
        this.words = words;
        this.at = at;
        this.layout = layout;
    }

    /**
     * Changes a FREE slot to {@code claimed}, and returns whether it was free. One thread claims the slots of a slab.
     */
    boolean claim(int claimed) {
        if (state() != SlotState.FREE) {
            return false;
        }
        INT.setRelease(words, at + layout.state(), claimed);
        return true;
    }

    /** Sets the picture and the times of the new frame. Only the thread that has claimed the slot may call this. */
    public void stamp(Picture picture, long ptsNs, long durationNs) {
        stampedNs = System.nanoTime();
        setInt(layout.format(), picture.format().ordinal());
        setInt(layout.widthPx(), picture.widthPx());
        setInt(layout.heightPx(), picture.heightPx());
        setInt(layout.bottomUp(), picture.bottomUp() ? 1 : 0);
        setLong(layout.sizeBytes(), picture.sizeBytes());
        setLong(layout.ptsNs(), ptsNs);
        setLong(layout.durationNs(), durationNs);
    }

    /** Returns when the frame was stamped, by {@link System#nanoTime}. Called by the thread that owns the slot. */
    public long stampedNs() {
        return stampedNs;
    }

    /** Returns whether the slot holds a picture like this one. It allocates nothing. */
    public boolean holds(Picture picture) {
        return getInt(layout.widthPx()) == picture.widthPx()
                && getInt(layout.heightPx()) == picture.heightPx()
                && getInt(layout.format()) == picture.format().ordinal()
                && (getInt(layout.bottomUp()) != 0) == picture.bottomUp();
    }

    /** Returns the native handle of the transfer from the GPU. Called by the render thread. */
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

    /** Sets a slot in any state but LENT to FREE; its frame is not pushed. Called by the thread that owns the slot. */
    public void abandon() {
        INT.setRelease(words, at + layout.state(), SlotState.FREE);
    }

    /** Ends the keeper's hold on a LENT slot. Called by the encoder thread. */
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

    /** Returns the picture that the slot holds, as a new object. */
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
