package io.github.stagerecorder.settings;

/**
 * A rectangle of the framebuffer in GL's window coordinates: the origin is the lower left corner. Immutable.
 *
 * @param widthPx at least 1
 * @param heightPx at least 1
 */
public record Region(int xPx, int yPx, int widthPx, int heightPx) {
    /** @throws IllegalArgumentException if a number is out of range; the message names it */
    public Region {
        if (widthPx < 1 || heightPx < 1) {
            throw new IllegalArgumentException("size " + widthPx + "x" + heightPx + ": both must be at least 1 pixel");
        }
        if (xPx < 0 || yPx < 0) {
            throw new IllegalArgumentException("region at " + xPx + "," + yPx + ": neither may be negative");
        }
    }

    public Region withSize(int newWidthPx, int newHeightPx) {
        return new Region(xPx, yPx, newWidthPx, newHeightPx);
    }

    @Override
    public String toString() {
        return widthPx + "x" + heightPx + " at " + xPx + "," + yPx;
    }
}
