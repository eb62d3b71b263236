package io.github.stagerecorder.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.jni.NativeModule;
import io.github.stagerecorder.settings.PixelFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SlotPoolTest {
    private static final long PAGE_BYTES = 4096;

    @BeforeAll
    static void loadModule() {
        NativeModule.load();
    }

    @Test
    void shouldClaimTheFirstFreeSlotAndNoneWhenAllAreTaken() {
        try (SlotPool pool = new SlotPool()) {
            Slab slab = pool.newSlab(2, 100);
            Slot first = slab.claim();
            Slot second = slab.claim();
            assertNotSame(first, second);
            assertNull(slab.claim());
            first.abandon();
            assertSame(first, slab.claim());
        }
    }

    @Test
    void shouldTellWhatItHoldsByValue() {
        try (SlotPool pool = new SlotPool()) {
            Slot first = pool.newSlab(2, 100).claim();
            Picture read = Picture.asRead(5, 4, PixelFormat.RGBX);
            first.stamp(read, 1L << 40, 8);
            assertEquals(read, first.picture());
            assertTrue(first.holds(Picture.asRead(5, 4, PixelFormat.RGBX)));
            assertFalse(first.holds(Picture.asRead(4, 5, PixelFormat.RGBX)));
            assertFalse(first.holds(Picture.asRead(5, 4, PixelFormat.BGRX)));
            assertFalse(first.holds(Picture.upright(5, 4, PixelFormat.RGBX)));
            assertEquals(1L << 40, first.ptsNs());
            assertEquals(8, first.durationNs());
        }
    }

    /** Each has words of its own, which stay when the slot's state changes. */
    @Test
    void shouldKeepSlotsApart() {
        try (SlotPool pool = new SlotPool()) {
            Slab slab = pool.newSlab(2, 100);
            Slot first = slab.claim();
            Slot second = slab.claim();
            first.stamp(Picture.asRead(5, 5, PixelFormat.BGRX), 7, 8);
            second.stamp(Picture.upright(6, 6, PixelFormat.NV12), 9, 10);
            first.ready();
            assertEquals(Picture.asRead(5, 5, PixelFormat.BGRX), first.picture());
            assertEquals(Picture.upright(6, 6, PixelFormat.NV12), second.picture());
            assertEquals(7, first.ptsNs());
            assertEquals(9, second.ptsNs());
        }
    }

    @Test
    void shouldFreeASlotThatIsDropped() {
        try (SlotPool pool = new SlotPool()) {
            Slab slab = pool.newSlab(1, 100);
            Slot slot = slab.claim();
            slot.stamp(Picture.asRead(5, 5, PixelFormat.BGRX), 7, 8);
            slot.ready();
            assertFalse(pool.allFree());
            slot.abandon();
            assertTrue(pool.allFree());
            assertEquals(7, slot.ptsNs());
        }
    }

    @Test
    void shouldCountTheMemoryOfEveryGenerationUntilItIsRetired() {
        try (SlotPool pool = new SlotPool()) {
            Slab small = pool.newSlab(2, 100);
            assertEquals(2 * PAGE_BYTES, pool.mappedBytes());
            pool.newSlab(3, PAGE_BYTES + 1);
            assertEquals(8 * PAGE_BYTES, pool.mappedBytes());
            pool.retire(small);
            pool.retire(small);
            assertEquals(6 * PAGE_BYTES, pool.mappedBytes());
        }
    }

    @Test
    void shouldLetThePlanesGoWithTheSlotsThatAreConvertedIntoThem() {
        try (SlotPool pool = new SlotPool()) {
            Slab planes = pool.newSlab(3, 100);
            Slab read = pool.newSlab(2, PAGE_BYTES + 1, planes);
            assertSame(planes, read.planes());
            assertEquals(7 * PAGE_BYTES, pool.mappedBytes());
            pool.retire(read);
            assertEquals(0, pool.mappedBytes());
        }
    }

    @Test
    void shouldTellHowManySlotsAreInEachState() {
        try (SlotPool pool = new SlotPool()) {
            Slab slab = pool.newSlab(4, 100);
            slab.claim();
            slab.claim().ready();
            slab.claimToFill();
            assertEquals(1, slab.count(SlotState.READING));
            assertEquals(1, slab.count(SlotState.READY));
            assertEquals(1, slab.count(SlotState.FILLING));
            assertEquals(1, slab.count(SlotState.FREE));
            assertEquals(0, slab.count(SlotState.LENT));
        }
    }

    @Test
    void shouldWakeTheWaitingThreadWhenAConvertedFramesSlotIsFree() throws Exception {
        try (SlotPool pool = new SlotPool()) {
            Slab slab = pool.newSlab(1, 100);
            Slot slot = slab.claim();
            slot.ready();
            int seen = pool.releasedCount();
            CompletableFuture<Boolean> woken =
                    CompletableFuture.supplyAsync(() -> pool.awaitReleased(seen, 20_000_000_000L));
            Thread.sleep(50);
            pool.giveBack(slot);
            assertTrue(woken.get(5, TimeUnit.SECONDS));
            assertSame(slot, slab.claim());
            assertEquals(0, pool.delivered());
        }
    }

    @Test
    void shouldGiveNothingWhenTheSystemHasNoMemory() {
        try (SlotPool pool = new SlotPool()) {
            assertNull(pool.newSlab(1, 1L << 50));
            assertEquals(0, pool.mappedBytes());
        }
    }

    @Test
    void shouldKeepItsFiguresWhenClosed() {
        SlotPool pool = new SlotPool();
        pool.newSlab(2, 100);
        pool.addLost();
        pool.close();
        assertEquals(1, pool.lost());
        assertEquals(0, pool.delivered());
        assertEquals(0, pool.mappedBytes());
    }
}
