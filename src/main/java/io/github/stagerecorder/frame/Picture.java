package io.github.stagerecorder.frame;

/**
 * What a slot holds: rows without padding, the lowest first, as GL has them. Immutable.
 *
 * @param widthPx at least 1
 * @param heightPx at least 1
 */
public record Picture(int widthPx, int heightPx, PixelFormat format) {
    public long strideBytes() {
        return (long) widthPx * PixelFormat.BYTES_PER_PIXEL;
    }

    public long sizeBytes() {
        return strideBytes() * heightPx;
    }

    @Override
    public String toString() {
        return widthPx + "x" + heightPx + " " + format.capsName();
    }
}
