package io.github.stagerecorder.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class PsnrTest {
    private static final double OFF_BY_ONE_DB = 48.13;

    @Test
    void isInfiniteForEqualPlanes() {
        assertEquals(Double.POSITIVE_INFINITY, Psnr.decibels(plane(7, 200), plane(7, 200)));
    }

    @Test
    void countsBytesAsUnsigned() {
        assertEquals(OFF_BY_ONE_DB, Psnr.decibels(plane(127, 255), plane(128, 254)), 0.01);
        assertEquals(0, Psnr.decibels(plane(0, 255), plane(255, 0)), 0.01);
    }

    @Test
    void beginsAtThePosition() {
        assertEquals(OFF_BY_ONE_DB, Psnr.decibels(plane(99, 5).position(1), plane(4)), 0.01);
    }

    @Test
    void refusesPlanesOfOtherSizes() {
        assertThrows(IllegalArgumentException.class, () -> Psnr.decibels(plane(1, 2), plane(1)));
    }

    private static ByteBuffer plane(int... values) {
        ByteBuffer plane = ByteBuffer.allocate(values.length);
        for (int value : values) {
            plane.put((byte) value);
        }
        return plane.flip();
    }
}
