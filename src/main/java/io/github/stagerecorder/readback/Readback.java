package io.github.stagerecorder.readback;

import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.Slab;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.settings.Region;

/**
 * Reads the framebuffer into slots. Used on the render thread, unless a method says otherwise.
 *
 * <p>A read begins into a slot and is collected later. A strategy that does not wait for the GPU can have several reads
 * pending.
 */
public interface Readback extends AutoCloseable {
    /** Returns the name of the way to read, for the statistics. */
    String strategy();

    /** Returns whether the GL context of the recording is current on this thread. Any thread may call it. */
    boolean isContextCurrent();

    /** @throws IllegalStateException if the GL context of the recording is not current on this thread */
    void requireContext();

    /**
     * @throws UnreadableException if the GL context of the recording is not current on this thread
     * @throws ContextReplacedException if it is gone
     */
    void requireContextNow();

    /** Returns whether the GL context of the recording is certainly gone. */
    boolean isContextGone();

    /**
     * Reads from the context that is current now, because the recording's is gone. Reads that are under way are lost.
     *
     * @throws IllegalArgumentException if that context cannot be read in the chosen way
     * @throws IllegalStateException if no context is current, or it cannot be used; nothing has changed then
     */
    void enterContext();

    /**
     * Creates a new generation of slots to read into. No slot of an older generation may be claimed after this; the
     * reads into those slots continue.
     *
     * @param planes the slab that the slots will be converted into; null if they are not converted
     * @return null if the system or the driver has no memory
     */
    Slab newSlab(SlotPool pool, int slotCount, long slotBytes, Slab planes);

    /**
     * Sets the region to read from now on, and the picture that it becomes. With tiles, the framebuffer is checked at
     * each tile instead.
     *
     * @throws IllegalArgumentException if the framebuffer does not contain the region
     * @throws IllegalStateException if the framebuffer cannot be read, or the GL context is not the recording's
     */
    void target(Region region, Picture picture);

    /**
     * Reads in another way from now on, into slots that are created after this. Reads that are under way continue.
     *
     * @return false if the driver cannot read the region in that way; nothing has changed then
     */
    boolean goOver(Reading next, Region region, Picture picture);

    /**
     * Begins to read into a claimed slot. GL's state is unchanged afterwards.
     *
     * @throws UnreadableException if this frame cannot be read; nothing has begun then
     * @throws ContextReplacedException if the GL context of the recording is gone; nothing has begun then
     */
    void begin(Slot slot);

    /**
     * Begins to read a tile into the slot of its frame, from the selected framebuffer.
     *
     * @param source the rectangle of the tile in the framebuffer
     * @param atXPx the position of the tile's lower left corner in the frame
     * @param first whether it is the first tile of the frame
     * @throws IllegalArgumentException if the framebuffer does not contain the tile, or in GLES 2 if the tile is
     *     narrower than the picture
     * @throws IllegalStateException if the framebuffer cannot be read; nothing has begun then
     */
    void beginTile(Slot slot, Region source, int atXPx, int atYPx, boolean first);

    /** Ends a frame of tiles, after all of them have begun. */
    void endTiles(Slot slot);

    /**
     * Returns the oldest pending slot if its pixels have arrived, or null. It never waits. If the driver fails in a
     * read, or the framebuffer was smaller than the region, the pool counts the frame as lost, and the slot is free
     * again.
     */
    Slot collect();

    /** Returns whether a read is under way. */
    boolean isPending();

    /** Waits at most {@code timeoutNs} for the oldest read, and returns whether it has ended. */
    boolean await(long timeoutNs);

    /**
     * Gives up every read that is under way. It does not call GL, so any thread may call it once no other thread uses
     * this object.
     *
     * @return the number of lost reads
     */
    int giveUp();

    /** Returns the number of reads in which the driver has failed. Any thread may call it. */
    long failedCount();

    /** Returns the number of reads whose framebuffer was smaller than the region. Any thread may call it. */
    long partialCount();

    /**
     * Releases what can be released now, and may be called again. GL objects can be deleted only while their context is
     * current and after GStreamer has freed the slots. Objects that are never deleted here end with the context.
     */
    @Override
    void close();

    /** Returns whether {@link #close} has left nothing. */
    boolean isClosed();
}
