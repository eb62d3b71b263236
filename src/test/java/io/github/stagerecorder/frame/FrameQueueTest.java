package io.github.stagerecorder.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.jni.NativeModule;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class FrameQueueTest {
    private SlotPool pool;
    private Slab slab;
    private FrameQueue queue;

    @BeforeAll
    static void loadModule() {
        NativeModule.load();
    }

    @BeforeEach
    void open() {
        pool = new SlotPool();
        slab = pool.newSlab(4, 4096);
        queue = new FrameQueue(pool, 4);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void shouldHandOverInOrder() {
        for (int i = 0; i < 4; i++) {
            assertTrue(queue.offer(slab.slot(i)));
        }
        for (int i = 0; i < 4; i++) {
            assertSame(slab.slot(i), queue.take(0));
        }
        assertNull(queue.poll());
    }

    @Test
    void shouldRefuseWhenFullAndWhenClosed() {
        for (int i = 0; i < 4; i++) {
            queue.offer(slab.slot(i));
        }
        assertFalse(queue.offer(slab.slot(0)));
        queue.poll();
        queue.close();
        assertFalse(queue.offer(slab.slot(0)));
    }

    @Test
    void shouldBeDrainedOnlyWhenClosedAndEmpty() {
        queue.offer(slab.slot(0));
        assertFalse(queue.isDrained());
        queue.close();
        assertFalse(queue.isDrained());
        queue.take(0);
        assertTrue(queue.isDrained());
    }

    @Test
    void shouldWakeTheTakerForAFrameAndForTheEnd() throws Exception {
        CompletableFuture<Slot> taken = CompletableFuture.supplyAsync(() -> queue.take(20_000_000_000L));
        Thread.sleep(50);
        queue.offer(slab.slot(2));
        assertSame(slab.slot(2), taken.get(5, TimeUnit.SECONDS));
        CompletableFuture<Slot> ended = CompletableFuture.supplyAsync(() -> queue.take(20_000_000_000L));
        Thread.sleep(50);
        queue.close();
        assertNull(ended.get(5, TimeUnit.SECONDS));
    }

    @Test
    void shouldReturnNothingAfterTheTimeout() {
        long startNs = System.nanoTime();
        assertNull(queue.take(50_000_000));
        assertTrue(System.nanoTime() - startNs >= 50_000_000);
    }

    @Test
    void shouldLoseNothingBetweenTwoThreads() throws Exception {
        int rounds = 200_000;
        CompletableFuture<Integer> consumer = CompletableFuture.supplyAsync(() -> {
            int seen = 0;
            while (!queue.isDrained()) {
                Slot slot = queue.take(1_000_000_000L);
                if (slot != null) {
                    assertSame(slab.slot(seen % 4), slot);
                    seen++;
                }
            }
            return seen;
        });
        for (int i = 0; i < rounds; i++) {
            while (!queue.offer(slab.slot(i % 4))) {
                Thread.onSpinWait();
            }
        }
        queue.close();
        assertEquals(rounds, consumer.get(20, TimeUnit.SECONDS));
    }

    @Test
    void shouldRefuseACapacityThatIsNoPowerOfTwo() {
        assertThrows(IllegalArgumentException.class, () -> new FrameQueue(pool, 6));
    }
}
