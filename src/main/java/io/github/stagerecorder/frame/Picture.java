package io.github.stagerecorder.frame;

/**
 * What a slot holds: rows without padding, the lowest first, as GL has them. Immutable.
 *
 * @param widthPx at least 1
 * @param heightPx at least 1
 */
public record Picture(int widthPx, int heightPx, PixelFormat format) {
    private static final long GRANULE_BYTES = 65536;

    public long strideBytes() {
        return (long) widthPx * PixelFormat.BYTES_PER_PIXEL;
    }

    public long sizeBytes() {
        return strideBytes() * heightPx;
    }

    /** What it takes of the pool: a multiple of every page size in use. */
    public long slotBytes() {
        return (sizeBytes() + GRANULE_BYTES - 1) / GRANULE_BYTES * GRANULE_BYTES;
    }

    @Override
    public String toString() {
        return widthPx + "x" + heightPx + " " + format.capsName();
    }
}
