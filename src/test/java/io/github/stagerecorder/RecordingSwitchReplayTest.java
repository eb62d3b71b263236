package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Replays of a switch: files of their own in its folder, beside its recordings. */
class RecordingSwitchReplayTest extends OnSwitch {
    @Test
    void shouldSaveWhileItIsOnAndRefuseWhileItIsOff() {
        Path clips = folder.resolve("clips");
        CompletableFuture<SavedReplay> save;
        try (RecordingSwitch recording =
                switchInto(clips).replay(Duration.ofSeconds(1)).create()) {
            Throwable off = assertThrows(
                            CompletionException.class,
                            () -> recording.saveReplay().join())
                    .getCause();
            assertTrue(off.getMessage().contains("off"), off.getMessage());
            startAndAwait(recording);
            paint(recording, 100);
            save = recording.saveReplay();
            paint(recording, 10);
        }
        SavedReplay saved = save.join();
        List<Integer> numbers = assertGapless(saved.file());
        assertEquals(saved.frames(), numbers.size());
        assertTrue(numbers.size() >= 30 && numbers.size() <= 60, numbers::toString);
        assertEquals(2, files(clips).size());
        assertEquals(clips.toAbsolutePath(), saved.file().getParent());
    }

    @Test
    void shouldRefuseASaveWithoutAReplay() {
        try (RecordingSwitch recording = switchInto(folder.resolve("clips")).create()) {
            startAndAwait(recording);
            Throwable why = assertThrows(
                            CompletionException.class,
                            () -> recording.saveReplay().join())
                    .getCause();
            assertTrue(why.getMessage().contains("replay(duration)"), why.getMessage());
            paint(recording, 5);
        }
        await(() -> told.ended.size() == 1);
    }
}
