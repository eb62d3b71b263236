package io.github.stagerecorder.media;

import java.nio.ByteBuffer;

/** Measures how similar two pictures are. */
public final class Psnr {
    private static final double PEAK = 255;

    private Psnr() {}

    /**
     * Returns the peak signal-to-noise ratio of two 8-bit planes in decibels. It is infinite if they are equal.
     *
     * @param plane the bytes between the buffer's position and its limit, which do not change
     * @param other the same number of bytes
     */
    public static double decibels(ByteBuffer plane, ByteBuffer other) {
        return 10 * Math.log10(PEAK * PEAK / meanSquaredError(plane, other));
    }

    private static double meanSquaredError(ByteBuffer plane, ByteBuffer other) {
        int sizeBytes = plane.remaining();
        if (sizeBytes == 0 || sizeBytes != other.remaining()) {
            throw new IllegalArgumentException("Planes of " + sizeBytes + " and " + other.remaining() + " bytes");
        }
        long squares = 0;
        for (int i = 0; i < sizeBytes; i++) {
            int error = (plane.get(plane.position() + i) & 0xFF) - (other.get(other.position() + i) & 0xFF);
            squares += (long) error * error;
        }
        return (double) squares / sizeBytes;
    }
}
