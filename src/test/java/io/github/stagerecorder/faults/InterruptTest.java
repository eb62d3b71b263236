package io.github.stagerecorder.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.EncodeOn;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.media.DecodedVideo;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Threads are interrupted again and again. No frame is lost, and no wait is cut short. */
@Timeout(60)
class InterruptTest {
    private static final int FRAMES = 60;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"OWN_THREAD,stagerecorder-encoder", "RENDER_THREAD,stagerecorder-finish"})
    void shouldCompleteTheFileWhenARecorderThreadIsInterrupted(EncodeOn encodeOn, String threadName) throws Exception {
        AtomicInteger interrupts = new AtomicInteger();
        Thread interrupter = new Thread(() -> interruptForEver(threadName, interrupts), "interrupter");
        interrupter.setDaemon(true);
        try (WatchedStage stage = new WatchedStage(slow(encodeOn))) {
            interrupter.start();
            stage.paint(FRAMES);
            assertComplete(stage);
        } finally {
            interrupter.interrupt();
            interrupter.join();
        }
        assertTrue(interrupts.get() > 0, "no thread was interrupted");
    }

    @ParameterizedTest
    @EnumSource(EncodeOn.class)
    void shouldCompleteTheFileWhenTheRenderThreadIsInterrupted(EncodeOn encodeOn) {
        Thread.currentThread().interrupt();
        try (WatchedStage stage = new WatchedStage(slow(encodeOn))) {
            stage.paint(FRAMES);
            Closing closing = stage.end();
            assertTrue(Thread.interrupted(), "the interrupt was swallowed");
            assertNull(closing.kind(), () -> "" + closing.outcome());
            assertComplete(stage);
        }
    }

    /** Records so slowly that there is much left to wait for at the end. */
    private RecorderBuilder slow(EncodeOn encodeOn) {
        return StageRecorder.builder(folder.resolve("stage.mkv"))
                .pipeline("x264enc tune=zerolatency ! identity sleep-time=10000 ! matroskamux")
                .timing(Timing.FRAME_BY_FRAME)
                .encodeOn(encodeOn);
    }

    private void assertComplete(WatchedStage stage) {
        Closing closing = stage.end();
        assertNull(closing.kind(), () -> "" + closing.outcome());
        assertEquals(0, closing.outcome().stats().memory().poolBytes());
        assertEquals(FRAMES, stage.takenNumbers().size());
        assertEquals(
                stage.takenNumbers(),
                DecodedVideo.of(folder.resolve("stage.mkv")).frameNumbers());
    }

    private static void interruptForEver(String threadName, AtomicInteger interrupts) {
        while (!Thread.currentThread().isInterrupted()) {
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().equals(threadName)) {
                    thread.interrupt();
                    interrupts.incrementAndGet();
                }
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
