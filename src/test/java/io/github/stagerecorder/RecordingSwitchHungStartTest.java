package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.stagerecorder.events.Hearer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A switch is stopped or closed while a frame takes its half of the start, and takes long: a test holds it up here. */
class RecordingSwitchHungStartTest extends OnSwitch {
    /** Longer than a switch waits for the last reads of a recording. */
    private static final long LONG_MS = 900;

    private final Thread renderThread = Thread.currentThread();
    private Runnable inTheStart = () -> {};

    /** The thread that paints asks for the listener in its half of the start. */
    private Hearer hearer(SwitchSettings settings) {
        if (Thread.currentThread() == renderThread) {
            inTheStart.run();
        }
        return settings.hearers().get();
    }

    private RecordingSwitch hangingSwitch(Duration closeTimeout) {
        SwitchSettings settings = SwitchSettings.of(
                folder, ".mkv", o -> o.closeTimeout(closeTimeout).listener(told, Runnable::run));
        return new RecordingSwitch(new SwitchSettings(
                settings.names(),
                settings.extension(),
                settings.options(),
                settings.part(),
                settings.snapshots(),
                () -> hearer(settings),
                settings.intoFiles()));
    }

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
        recording.start();
        paintUntil(recording, hung::get);
        assertFalse(recording.isRecording());
    }

    @Test
    void shouldEndAfterAStopEvenIfNoOtherFrameComes() {
        RecordingSwitch recording = hangingSwitch(Duration.ofSeconds(10));
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
        RecordingSwitch recording = hangingSwitch(Duration.ofSeconds(10));
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
        RecordingSwitch recording = hangingSwitch(Duration.ofMillis(300));
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
}
