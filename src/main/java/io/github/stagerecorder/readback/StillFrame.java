package io.github.stagerecorder.readback;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.ReadStrategy;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.jni.PoolNative;
import io.github.stagerecorder.settings.FramebufferChoice;
import io.github.stagerecorder.settings.PixelFormat;
import io.github.stagerecorder.settings.Region;
import io.github.stagerecorder.settings.RegionChoice;
import java.nio.ByteBuffer;
import java.util.function.LongFunction;

/**
 * One frame in memory of its own, read by one glReadPixels. Any thread may use it once it is read. The pixels are valid
 * until it is closed.
 */
public final class StillFrame implements AutoCloseable {
    private static final long LIMIT_BYTES = Integer.MAX_VALUE;

    private final Picture picture;
    private final StillMemory memory;
    private ByteBuffer pixels;

    private StillFrame(Picture picture, StillMemory memory) {
        this.picture = picture;
        this.memory = memory;
    }

    /**
     * Reads the framebuffer of the current GL context.
     *
     * @param part what of the framebuffer is read
     * @param budgetBytes the most memory that the frame may take
     * @param memories gives memory of a size in bytes
     * @throws IllegalArgumentException if the framebuffer does not contain the part, or its size is not known
     * @throws IllegalStateException if no context is current, or the framebuffer cannot be read
     * @throws RecordingException if there is no memory for the frame
     */
    public static StillFrame read(
            FramebufferChoice framebuffer, RegionChoice part, long budgetBytes, LongFunction<StillMemory> memories) {
        GlContext gl = GlContext.current(framebuffer);
        Reading way;
        Region region;
        try {
            way = new Reading(
                    ReadStrategy.CLIENT,
                    Source.BOTTOM_UP,
                    gl.support().formats().get(0));
            region = gl.regionOf(part);
            gl.requireReadable(region);
        } catch (RuntimeException e) {
            gl.close();
            throw e;
        }
        try (GlReadback readback = new GlReadback(gl, way, false, false)) { // which closes the context
            Picture picture = way.picture(region.widthPx(), region.heightPx());
            requireRoom(picture, Math.min(budgetBytes, LIMIT_BYTES));
            return read(readback, region, new StillFrame(picture, memories.apply(picture.slotBytes())));
        }
    }

    private static void requireRoom(Picture picture, long mostBytes) {
        if (picture.slotBytes() > mostBytes) {
            throw new RecordingException(
                    FailureKind.MEMORY,
                    "a snapshot of " + picture + " takes " + picture.slotBytes() + " bytes, and " + mostBytes
                            + " are left of the memory budget");
        }
    }

    private static StillFrame read(GlReadback readback, Region region, StillFrame frame) {
        try {
            frame.readBy(readback, region);
            return frame;
        } catch (UnreadableException e) { // an internal class, which callers must not see
            frame.close();
            throw new IllegalStateException(e.getMessage());
        } catch (RuntimeException | Error e) {
            frame.close();
            throw e;
        }
    }

    private void readBy(GlReadback readback, Region region) {
        if (!readback.use(memory.pool(), memory.slab())) {
            throw new RecordingException(FailureKind.MEMORY, "no memory for a snapshot");
        }
        readback.target(region, picture);
        Slot slot = memory.slab().claim();
        readback.begin(slot);
        if (readback.collect() == null) {
            throw new IllegalStateException("the driver failed to read " + region);
        }
        pixels = PoolNative.pixels(slot.handle(), picture.sizeBytes());
    }

    /** Returns the width in pixels. */
    public int widthPx() {
        return picture.widthPx();
    }

    /** Returns the height in pixels. */
    public int heightPx() {
        return picture.heightPx();
    }

    /** Returns the memory that the frame takes. */
    public long sizeBytes() {
        return picture.slotBytes();
    }

    /**
     * Copies a row of pixels as they were read, four bytes for each.
     *
     * @param yPx the row, counted from the top
     */
    public void copyRow(int yPx, byte[] row) {
        int lineBytes = 4 * picture.widthPx();
        pixels.get((picture.heightPx() - 1 - yPx) * lineBytes, row, 0, lineBytes);
    }

    /** Returns whether a pixel begins with red, and not with blue. */
    public boolean isRedFirst() {
        return picture.format() == PixelFormat.RGBX;
    }

    /** Releases the memory. */
    @Override
    public void close() {
        memory.close();
    }
}
