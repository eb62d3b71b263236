package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedVideo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Replays of a switch: files of their own in its folder, beside its recordings. */
class RecordingSwitchReplayTest extends OnSwitch {
    /** x264 has a frame under way for each of its threads, until the next ones come. */
    private static final int KEPT_BY_THE_ENCODER = 24;

    @Test
    void shouldSaveBesideARecording() {
        Path clips = folder.resolve("clips");
        CompletableFuture<SavedReplay> save;
        try (RecordingSwitch recording =
                switchInto(clips).replay(Duration.ofSeconds(1)).create()) {
            startAndAwait(recording);
            paint(recording, 100);
            save = recording.saveReplay();
            paint(recording, 10);
        }
        assertSaved(save.join(), clips);
        assertEquals(2, files(clips).size());
    }

    private static void assertSaved(SavedReplay saved, Path clips) {
        List<Integer> numbers = assertGapless(saved.file());
        assertEquals(saved.frames(), numbers.size());
        assertTrue(numbers.size() >= 30 && numbers.size() <= 60, numbers::toString);
        assertEquals(clips.toAbsolutePath(), saved.file().getParent());
    }

    /** What a player has just seen, although nobody has turned anything on; and again after a recording. */
    @Test
    void shouldSaveWhileItIsOff() {
        Path clips = folder.resolve("clips");
        try (RecordingSwitch recording =
                switchInto(clips).replay(Duration.ofSeconds(1)).create()) {
            for (int round = 0; round < 2; round++) {
                SavedReplay saved = saveAfter(recording, 100);
                assertSaved(saved, clips);
                List<Integer> numbers = DecodedVideo.of(saved.file()).frameNumbers();
                int last = numbers.get(numbers.size() - 1);
                assertTrue(painted - 1 - last <= KEPT_BY_THE_ENCODER, "it ends with " + last + " of " + painted);
                startAndAwait(recording);
                paint(recording, 5);
                recording.stop();
            }
        }
        assertEquals(4, files(clips).size());
        assertEquals(2, told.started.size(), "a replay is told as a file");
        assertEquals(List.of(), told.failures);
    }

    /** Paints until frames are kept, and so many more. */
    private SavedReplay saveAfter(RecordingSwitch recording, int frames) {
        paintUntil(recording, () -> isKept(recording));
        paint(recording, frames);
        return recording.saveReplay().join();
    }

    private static boolean isKept(RecordingSwitch recording) {
        CompletableFuture<SavedReplay> trial = recording.saveReplay();
        try {
            return trial.join().file().toFile().delete();
        } catch (CompletionException e) {
            return false;
        }
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
