package io.github.stagerecorder.readback;

import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.Slab;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.settings.Region;

/**
 * From the framebuffer into slots. Render thread only.
 *
 * <p>A read is begun into a slot and collected later; a strategy that does not wait for the GPU can have several reads
 * pending.
 */
public interface Readback extends AutoCloseable {
    /** Returns how it reads, for the statistics. */
    String strategy();

    /** Returns whether the GL context of the recording is current on this thread. Any thread. */
    boolean isContextCurrent();

    /** @throws IllegalStateException if the GL context of the recording is not current on this thread */
    void requireContext();

    /** @throws UnreadableException if the GL context of the recording is not current on this thread */
    void requireContextNow();

    /**
     * Creates a generation of slots to read into from here on; null when the system or the driver has no memory.
     * No slot of an older generation is claimed any more; the reads into it go on.
     *
     * @param planes what the slots will be converted into; null where they are not
     */
    Slab newSlab(SlotPool pool, int slotCount, long slotBytes, Slab planes);

    /**
     * Sets what is read from here on, and the picture that it becomes. With tiles, the framebuffer is checked at the
     * first tile.
     *
     * @throws IllegalArgumentException if there is no such region
     * @throws IllegalStateException if the framebuffer cannot be read, or the GL context is not the recording's
     */
    void target(Region region, Picture picture);

    /**
     * Begins to read into a slot that has been claimed, and leaves GL's state as it was.
     *
     * @throws UnreadableException if this frame cannot be read; nothing has begun then
     */
    void begin(Slot slot);

    /**
     * Begins to read a tile into the slot of its frame, from the framebuffer that is bound for reading now.
     *
     * @param source where the tile is in the framebuffer
     * @param atXPx where its lower left lies in the frame
     * @throws IllegalArgumentException if there is no such region, or GLES 2 cannot read a tile that is narrower than
     *     the picture
     * @throws IllegalStateException if the framebuffer cannot be read; nothing has begun then
     */
    void beginTile(Slot slot, Region source, int atXPx, int atYPx);

    /** Ends a frame of tiles, after all of them have begun. */
    void endTiles(Slot slot);

    /**
     * The oldest slot whose pixels have arrived since, or null when there is none. Never waits. A read in which the
     * driver fails counts as lost in the pool, and its slot is free again.
     */
    Slot collect();

    /** Returns whether a read is under way. */
    boolean isPending();

    /** Waits for the oldest read, at most {@code timeoutNs}; returns whether it finished. */
    boolean await(long timeoutNs);

    /**
     * Every read that is under way is lost. Touches no GL: any thread, once no other uses this any more.
     *
     * @return how many there were
     */
    int giveUp();

    /** Returns how many reads the driver has failed in. Any thread. */
    long failedCount();

    /**
     * Releases what can be released now; may be called again. GL objects need their context, and wait until
     * GStreamer has done with them; what is left goes with the context.
     */
    @Override
    void close();
}
