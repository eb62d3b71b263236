package io.github.stagerecorder.demo;

import java.nio.ByteBuffer;

/**
 * The frame number as black and white blocks in the middle of the picture, to be read back from a decoded file.
 *
 * <p>Twenty bits, the highest first, in reading order: five columns and four rows, each block a tenth of the
 * picture's width and an eighth of its height. White is one.
 */
public final class FrameNumber {
    /** Blocks in a row. */
    public static final int COLUMNS = 5;
    /** Rows of blocks. */
    public static final int ROWS = 4;
    /** How many frames can be told apart; the number of a later frame starts again at zero. */
    public static final int LIMIT = 1 << (COLUMNS * ROWS);

    private static final int DARK_BELOW = 80;
    private static final int BRIGHT_ABOVE = 176;

    private FrameNumber() {}

    /** Whether a block of this frame's number is white. */
    public static boolean isBright(int frameNumber, int column, int row) {
        int bit = COLUMNS * ROWS - 1 - (row * COLUMNS + column);
        return (frameNumber >> bit & 1) == 1;
    }

    /** The left edge of a column of blocks; the right one is the next column's. */
    public static double leftPx(int column, int widthPx) {
        return widthPx * (0.25 + 0.1 * column);
    }

    /** The upper edge of a row of blocks, counted from the top; the lower one is the next row's. */
    public static double topPx(int row, int heightPx) {
        return heightPx * (0.25 + 0.125 * row);
    }

    /**
     * Reads the number from 8-bit luma.
     *
     * @param luma the picture's top row first, beginning at the buffer's position, which is not moved
     * @return the number, or -1 when a block is neither clearly dark nor clearly bright
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

    /** The mean of the block's inner half in each direction, clear of what a codec does to edges. */
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
