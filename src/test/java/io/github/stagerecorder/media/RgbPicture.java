package io.github.stagerecorder.media;

import java.nio.ByteBuffer;

/** A decoded picture to pick colours from. */
public record RgbPicture(int widthPx, int heightPx, ByteBuffer pixels) {

    /** Returns the colour at a position counted from the top left, as 0xRRGGBB. */
    public int at(int xPx, int yPx) {
        int first = 3 * (yPx * widthPx + xPx);
        return (pixels.get(first) & 0xFF) << 16 | (pixels.get(first + 1) & 0xFF) << 8 | pixels.get(first + 2) & 0xFF;
    }

    /** Returns the difference of two colours in the channel where it is largest. */
    public static int difference(int rgb, int other) {
        int largest = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            largest = Math.max(largest, Math.abs((rgb >> shift & 0xFF) - (other >> shift & 0xFF)));
        }
        return largest;
    }
}
