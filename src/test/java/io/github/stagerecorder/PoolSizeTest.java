package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.PixelFormat;
import org.junit.jupiter.api.Test;

class PoolSizeTest {
    private static final Picture HD = Picture.asRead(1920, 1080, PixelFormat.BGRX);
    private static final Picture HD_PLANES = Picture.upright(1920, 1080, PixelFormat.I420);
    private static final long SLOT_BYTES = HD.slotBytes();
    private static final long PLANES_BYTES = HD_PLANES.slotBytes();
    private static final long AMPLE_BYTES = 1L << 30;

    @Test
    void shouldTakeWhatThePipelineNeedsWhenTheBudgetIsAmple() {
        assertEquals(new PoolSize(5, 0), PoolSize.of(pushed(0), 0, AMPLE_BYTES));
        assertEquals(new PoolSize(6, 0), PoolSize.of(pushed(1), 0, AMPLE_BYTES));
        assertEquals(new PoolSize(3, 4), PoolSize.of(converted(0), 0, AMPLE_BYTES));
        assertEquals(new PoolSize(3, 50), PoolSize.of(converted(46), 0, AMPLE_BYTES));
    }

    @Test
    void shouldTakeWhatTheBudgetAllowsWhenItIsScarce() {
        assertEquals(new PoolSize(3, 0), PoolSize.of(pushed(0), 0, 3 * SLOT_BYTES));
        assertEquals(new PoolSize(2, 0), PoolSize.of(pushed(0), SLOT_BYTES, 3 * SLOT_BYTES));
        assertEquals(new PoolSize(2, 48), PoolSize.of(converted(46), 0, 2 * SLOT_BYTES + 48 * PLANES_BYTES));
        assertEquals(new PoolSize(2, 50), PoolSize.of(converted(46), 0, 2 * SLOT_BYTES + 52 * PLANES_BYTES));
        assertEquals(new PoolSize(3, 50), PoolSize.of(converted(46), 0, 4 * SLOT_BYTES + 50 * PLANES_BYTES));
    }

    @Test
    void shouldRefuseWhenNotEvenTheLeastFits() {
        assertThrows(IllegalArgumentException.class, () -> PoolSize.of(pushed(0), 0, 2 * SLOT_BYTES - 1));
        assertThrows(IllegalArgumentException.class, () -> PoolSize.of(pushed(1), 0, 2 * SLOT_BYTES));
        long leastBytes = 2 * SLOT_BYTES + 48 * PLANES_BYTES;
        var refusal = assertThrows(IllegalArgumentException.class, () -> PoolSize.of(converted(46), 0, leastBytes - 1));
        assertTrue(refusal.getMessage().contains(String.valueOf(leastBytes)), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(String.valueOf(leastBytes - 1)), refusal.getMessage());
    }

    @Test
    void shouldLetAnEncoderKeepWhatTheLeastPoolHasRoomFor() {
        long budgetBytes = 2 * SLOT_BYTES + 49 * PLANES_BYTES; // one is for the newest
        assertEquals(46, PoolSize.mostRetained(1920, 1080, budgetBytes));
        assertEquals(45, PoolSize.mostRetained(1920, 1080, budgetBytes - 1));
        assertEquals(0, PoolSize.mostRetained(1920, 1080, 1));
    }

    @Test
    void shouldRefuseAFrameAbove2GiBHoweverLargeTheBudget() {
        Picture huge = Picture.asRead(32768, 32768, PixelFormat.BGRX);
        var refusal = assertThrows(IllegalArgumentException.class, () -> PoolSize.requireRoom(huge, Long.MAX_VALUE));
        assertTrue(refusal.getMessage().contains("4294967296"), refusal.getMessage());
    }

    private static PoolDemand pushed(int held) {
        return new PoolDemand(HD, null, held);
    }

    private static PoolDemand converted(int held) {
        return new PoolDemand(HD, HD_PLANES, held);
    }
}
