package io.github.stagerecorder.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.Convert;
import io.github.stagerecorder.encode.InputPlan;
import io.github.stagerecorder.encode.Requests;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.settings.PixelFormat;
import org.junit.jupiter.api.Test;

class PoolSizeTest {
    private static final Picture HD = Picture.asRead(1920, 1080, PixelFormat.BGRX);
    private static final Picture HD_PLANES = Picture.upright(1920, 1080, PixelFormat.I420);
    private static final long SLOT_BYTES = HD.slotBytes();
    private static final long PLANES_BYTES = HD_PLANES.slotBytes();
    private static final long AMPLE_BYTES = 1L << 30;

    @Test
    void shouldTakeWhatThePipelineNeedsWhenTheBudgetIsAmple() {
        assertSize(5, 0, PoolSize.within(AMPLE_BYTES, 0, pushed(0), HD));
        assertSize(6, 0, PoolSize.within(AMPLE_BYTES, 0, pushed(1), HD));
        assertSize(3, 4, PoolSize.within(AMPLE_BYTES, 0, converted(0), HD));
        assertSize(3, 50, PoolSize.within(AMPLE_BYTES, 0, converted(46), HD));
    }

    @Test
    void shouldTakeWhatTheBudgetAllowsWhenItIsScarce() {
        assertSize(3, 0, PoolSize.within(3 * SLOT_BYTES, 0, pushed(0), HD));
        assertSize(2, 0, PoolSize.within(3 * SLOT_BYTES, SLOT_BYTES, pushed(0), HD));
        assertSize(2, 48, PoolSize.within(2 * SLOT_BYTES + 48 * PLANES_BYTES, 0, converted(46), HD));
        assertSize(2, 50, PoolSize.within(2 * SLOT_BYTES + 52 * PLANES_BYTES, 0, converted(46), HD));
        assertSize(3, 50, PoolSize.within(4 * SLOT_BYTES + 50 * PLANES_BYTES, 0, converted(46), HD));
    }

    @Test
    void shouldRefuseWhenNotEvenTheLeastFits() {
        assertThrows(IllegalArgumentException.class, () -> PoolSize.within(2 * SLOT_BYTES - 1, 0, pushed(0), HD));
        assertThrows(IllegalArgumentException.class, () -> PoolSize.within(2 * SLOT_BYTES, 0, pushed(1), HD));
        long leastBytes = 2 * SLOT_BYTES + 48 * PLANES_BYTES;
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> PoolSize.within(leastBytes - 1, 0, converted(46), HD));
        assertTrue(refusal.getMessage().contains(String.valueOf(leastBytes)), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(String.valueOf(leastBytes - 1)), refusal.getMessage());
    }

    @Test
    void shouldLetAnEncoderKeepWhatTheLeastPoolHasRoomFor() {
        long budgetBytes = 2 * SLOT_BYTES + 49 * PLANES_BYTES; // one is for the newest frame
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

    private static void assertSize(int readSlots, int planesSlots, PoolSize size) {
        assertEquals(readSlots, size.readSlots());
        assertEquals(planesSlots, size.planesSlots());
    }

    /** Returns a plan for frames that are pushed as they were read, where the pipeline keeps {@code held} frames. */
    private static InputPlan pushed(int held) {
        return InputPlan.of(Requests.untried("NV12", Convert.AS_READ, held), PixelFormat.NV12, false);
    }

    private static InputPlan converted(int held) {
        return InputPlan.of(Requests.untried("I420", Convert.KERNEL, held), PixelFormat.BGRX, true);
    }
}
