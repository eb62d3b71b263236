package io.github.stagerecorder.frame;

import io.github.stagerecorder.settings.PixelFormat;

/**
 * What a slot holds. Immutable.
 *
 * @param widthPx at least 1
 * @param heightPx at least 1
 * @param bottomUp whether the lowest row comes first, as GL has it; never of a planar format
 */
public record Picture(int widthPx, int heightPx, PixelFormat format, boolean bottomUp) {
    private static final long GRANULE_BYTES = 65536;
    private static final long BEHIND_BYTES = 32; // SR_BEHIND_BYTES of native/gl/sr_readback.h

    /** Returns a picture as GL reads it, bottom-up. */
    public static Picture asRead(int widthPx, int heightPx, PixelFormat format) {
        return new Picture(widthPx, heightPx, format, true);
    }

    public static Picture upright(int widthPx, int heightPx, PixelFormat format) {
        return new Picture(widthPx, heightPx, format, false);
    }

    public long sizeBytes() {
        return format.sizeBytes(widthPx, heightPx);
    }

    /** Returns the slot size: the picture and what shows whether it is whole, rounded up to 64 KiB. */
    public long slotBytes() {
        return (sizeBytes() + BEHIND_BYTES + GRANULE_BYTES - 1) / GRANULE_BYTES * GRANULE_BYTES;
    }

    @Override
    public String toString() {
        return widthPx + "x" + heightPx + " " + format.capsName();
    }
}
