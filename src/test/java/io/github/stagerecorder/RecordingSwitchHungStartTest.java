package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A switch is stopped or closed while a frame takes its half of the start, and takes long: a log holds it up here. */
class RecordingSwitchHungStartTest extends OnSwitch {
    /** Longer than a switch waits for the last reads of a recording. */
    private static final long LONG_MS = 900;

    private final Logger logger = Logger.getLogger("io.github.stagerecorder");
    private Runnable inTheStart = () -> {};

    private final Handler log = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getMessage().startsWith("recording " + folder)) {
                inTheStart.run();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private static void sleep(long timeMs) {
        try {
            TimeUnit.MILLISECONDS.sleep(timeMs);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void startAndHang(RecordingSwitch recording, Runnable meanwhile) {
        AtomicBoolean hung = new AtomicBoolean();
        inTheStart = () -> {
            meanwhile.run();
            hung.set(true);
        };
        logger.addHandler(log);
        recording.start();
        paintUntil(recording, hung::get);
        assertFalse(recording.isRecording());
    }

    @AfterEach
    void removeLog() {
        logger.removeHandler(log);
    }

    @Test
    void shouldEndAfterAStopEvenIfNoOtherFrameComes() {
        RecordingSwitch recording = switchInto(folder).create();
        startAndHang(recording, () -> {
            recording.stop();
            sleep(LONG_MS);
        });
        await(() -> !told.ended.isEmpty());
        assertEquals(List.of(FailureKind.NO_FRAMES), told.kinds());
        assertEquals(List.of(), files(folder));
        recording.close();
    }

    @Test
    void shouldCloseWhenTheFrameComesBack() {
        RecordingSwitch recording = switchInto(folder).create();
        CompletableFuture<?>[] closed = new CompletableFuture<?>[1];
        startAndHang(recording, () -> {
            closed[0] = CompletableFuture.runAsync(recording::close);
            sleep(LONG_MS);
        });
        paintUntil(recording, closed[0]::isDone);
        assertEquals(List.of(), files(folder));
    }

    @Test
    void shouldCloseWithinTheTimeoutAndSaySoWhileTheFrameHangs() {
        RecordingSwitch recording = switchInto(folder)
                .options(o -> o.closeTimeout(Duration.ofMillis(300)).listener(told, Runnable::run))
                .create();
        try (LoggedLines lines = new LoggedLines()) {
            startAndHang(
                    recording,
                    () -> CompletableFuture.runAsync(recording::close).join());
            assertEquals(1, lines.countOf("frame() has been inside its start for 300 ms"), () -> "" + lines.all());
        }
        await(() -> !told.ended.isEmpty());
        assertEquals(List.of(), files(folder));
        recording.close(); // which releases the GL objects
    }

    @Test
    void shouldStayAliveWithALogThatFails() {
        inTheStart = () -> {
            throw new IllegalStateException("thrown by a test's log");
        };
        logger.addHandler(log);
        try (RecordingSwitch recording = switchInto(folder).create()) {
            startAndAwait(recording);
            paint(recording, 3);
        }
        assertTrue(assertGapless(files(folder).get(0)).size() >= 3);
    }
}
