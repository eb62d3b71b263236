package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.PixelFormat;
import org.junit.jupiter.api.Test;

class PoolSizeTest {
    private static final Picture HD = Picture.asRead(1920, 1080, PixelFormat.BGRX);
    private static final long SLOT_BYTES = HD.slotBytes();

    @Test
    void shouldTakeWhatThePipelineNeedsWhenTheBudgetIsAmple() {
        assertEquals(5, PoolSize.slots(HD, 0, 0, 1L << 30));
        assertEquals(6, PoolSize.slots(HD, 1, 0, 1L << 30));
    }

    @Test
    void shouldTakeWhatTheBudgetAllowsWhenItIsScarce() {
        assertEquals(3, PoolSize.slots(HD, 0, 0, 3 * SLOT_BYTES));
        assertEquals(2, PoolSize.slots(HD, 0, SLOT_BYTES, 3 * SLOT_BYTES));
    }

    @Test
    void shouldRefuseWhenNotEvenTheLeastFits() {
        assertThrows(IllegalArgumentException.class, () -> PoolSize.slots(HD, 0, 0, 2 * SLOT_BYTES - 1));
        assertThrows(IllegalArgumentException.class, () -> PoolSize.slots(HD, 1, 0, 2 * SLOT_BYTES));
    }

    @Test
    void shouldRefuseAFrameAbove2GiBHoweverLargeTheBudget() {
        Picture huge = Picture.asRead(32768, 32768, PixelFormat.BGRX);
        var refusal = assertThrows(IllegalArgumentException.class, () -> PoolSize.slots(huge, 0, 0, Long.MAX_VALUE));
        assertTrue(refusal.getMessage().contains("4294967296"), refusal.getMessage());
    }
}
