package io.github.stagerecorder.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A deadline counts the time in which its thread looks, and no other. */
@Timeout(30)
class PatienceTest {
    private static final long MS = 1_000_000;

    @Test
    void shouldBeOverAfterItsTimeWhenTheThreadLooksAfterEachNap() throws InterruptedException {
        Patience patience = new Patience(200 * MS);
        long startNs = System.nanoTime();
        for (long napNs = patience.napNs(); napNs > 0; napNs = patience.napNs()) {
            TimeUnit.NANOSECONDS.sleep(napNs);
        }
        long tookMs = (System.nanoTime() - startNs) / MS;
        assertTrue(tookMs >= 200, () -> "it was over after " + tookMs + " ms");
        assertTrue(patience.isOver());
    }

    @Test
    void shouldCountLittleWhenTheThreadLooksMuchLater() throws InterruptedException {
        Patience patience = new Patience(200 * MS);
        Thread.sleep(500);
        assertFalse(patience.isOver());
        assertEquals(Patience.NAP_NS, patience.napNs());
    }

    @Test
    void shouldCountFromZeroWhenItIsRestarted() throws InterruptedException {
        Patience patience = new Patience(30 * MS);
        while (!patience.isOver()) {
            Thread.sleep(1);
        }
        patience.restart();
        assertFalse(patience.isOver());
    }

    @Test
    void shouldBoundAWaitForWhatNeverComes() {
        CountDownLatch never = new CountDownLatch(1);
        long startNs = System.nanoTime();
        assertFalse(Uninterrupted.within(100 * MS, leftNs -> never.await(leftNs, TimeUnit.NANOSECONDS)));
        assertTrue(System.nanoTime() - startNs >= 100 * MS);
    }

    @Test
    void shouldLookOnceWhenThereIsNoTime() {
        BooleanSupplier lookOnce = () -> Uninterrupted.within(0, leftNs -> leftNs == 0);
        assertTrue(lookOnce.getAsBoolean());
        assertFalse(Uninterrupted.within(0, leftNs -> false));
    }

    @Test
    void shouldKeepAnInterruptForTheCaller() {
        Thread.currentThread().interrupt();
        CountDownLatch never = new CountDownLatch(1);
        assertFalse(Uninterrupted.within(50 * MS, leftNs -> never.await(leftNs, TimeUnit.NANOSECONDS)));
        assertTrue(Thread.interrupted());
    }
}
