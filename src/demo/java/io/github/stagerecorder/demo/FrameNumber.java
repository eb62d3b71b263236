package io.github.stagerecorder.demo;

import java.nio.ByteBuffer;

/**
 * Shows the frame number as black and white blocks in the middle of the picture, so that it can be read from a decoded
 * file.
 *
 * <p>The number has twenty bits. They are drawn in reading order, the highest first, in five columns and four rows.
 * Each block is a tenth of the picture's width and an eighth of its height. A white block is a one.
 */
public final class FrameNumber {
    /** The number of blocks in a row. */
    public static final int COLUMNS = 5;
    /** The number of rows. */
    public static final int ROWS = 4;
    /** The number of frames that can be told apart. After that the numbers start again at zero. */
    public static final int LIMIT = 1 << (COLUMNS * ROWS);

    private static final int DARK_BELOW = 80;
    private static final int BRIGHT_ABOVE = 176;

    private FrameNumber() {}

    /** Returns true if the block of this frame's number is white. */
    public static boolean isBright(int frameNumber, int column, int row) {
        int bit = COLUMNS * ROWS - 1 - (row * COLUMNS + column);
        return (frameNumber >> bit & 1) == 1;
    }

    /** Returns the left edge of a column of blocks. Its right edge is the left edge of the next column. */
    public static double leftPx(int column, int widthPx) {
        return widthPx * (0.25 + 0.1 * column);
    }

    /**
     * Returns the top edge of a row of blocks, counted from the top. Its bottom edge is the top edge of the next row.
     */
    public static double topPx(int row, int heightPx) {
        return heightPx * (0.25 + 0.125 * row);
    }

    /**
     * Reads the number from 8-bit luma.
     *
     * @param luma the picture with its top row first, beginning at the buffer's position, which does not change
     * @return the number, or -1 if a block is neither clearly dark nor clearly bright
     */
    public static int decode(ByteBuffer luma, int widthPx, int heightPx, int strideBytes) {
        int number = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                double brightness = middleOfBlock(luma, widthPx, heightPx, strideBytes, column, row);
                if (brightness >= DARK_BELOW && brightness <= BRIGHT_ABOVE) {
                    return -1;
                }
                number = number << 1 | (brightness > BRIGHT_ABOVE ? 1 : 0);
            }
        }
        return number;
    }

    /** Returns the mean of the inner half of the block in each direction, away from the edges that a codec changes. */
    private static double middleOfBlock(
            ByteBuffer luma, int widthPx, int heightPx, int strideBytes, int column, int row) {
        int left = inner(leftPx(column, widthPx), leftPx(column + 1, widthPx), 0.25);
        int right = Math.max(left + 1, inner(leftPx(column, widthPx), leftPx(column + 1, widthPx), 0.75));
        int top = inner(topPx(row, heightPx), topPx(row + 1, heightPx), 0.25);
        int bottom = Math.max(top + 1, inner(topPx(row, heightPx), topPx(row + 1, heightPx), 0.75));
        return mean(luma, strideBytes, left, right, top, bottom);
    }

    private static int inner(double from, double to, double share) {
        return (int) Math.round(from + share * (to - from));
    }

    private static double mean(ByteBuffer luma, int strideBytes, int left, int right, int top, int bottom) {
        long sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += luma.get(luma.position() + y * strideBytes + x) & 0xFF;
            }
        }
        return (double) sum / ((right - left) * (long) (bottom - top));
    }
}
