package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.SavedReplay.Limit;
import io.github.stagerecorder.media.DecodedVideo;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last seconds of a recording, saved: each frame is decoded and compared with what was drawn. */
class ReplayTest extends OnStage {
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

    private void recordFrom(int first, StageRecorder recorder, int frames) {
        for (int i = 0; i < frames; i++) {
            drawAndCapture(recorder, first + i);
        }
    }

    @ParameterizedTest
    @CsvSource({"mp4", "mov", "mkv", "webm", "ogg", "ogv"})
    void shouldSaveTheLastSecondsOfEveryPreset(String extension) {
        try (StageRecorder recorder =
                recorderTo("stage." + extension).replay(TWO_SECONDS).start()) {
            record(recorder, 100);
            CompletableFuture<SavedReplay> save = recorder.saveReplay(folder.resolve("replay." + extension));
            recordFrom(100, recorder, 10);
            SavedReplay saved = save.join();
            ReplayFrames.check(saved, 99);
            long frames = saved.frames();
            int interval = extension.equals("ogg") ? 64 : 30;
            assertTrue(frames >= 60 && frames <= 60 + interval, frames + " frames");
            assertEquals(Limit.NONE, saved.limit());
        }
        assertEquals(
                IntStream.range(0, 110).boxed().toList(),
                DecodedVideo.of(folder.resolve("stage." + extension)).frameNumbers());
    }

    @Test
    void shouldWriteNothingUntilItIsSavedWhereThereIsNoFile() {
        try (StageRecorder recorder = StageRecorder.builder()
                .size(WIDTH_PX, HEIGHT_PX)
                .timing(Timing.FRAME_BY_FRAME)
                .format("mp4")
                .replay(TWO_SECONDS)
                .start()) {
            record(recorder, 100);
            assertEquals(0, folder.toFile().list().length);
            CompletableFuture<SavedReplay> save = recorder.saveReplay(folder.resolve("replay.mp4"));
            recordFrom(100, recorder, 10);
            ReplayFrames.check(save.join(), 99);
            assertTrue(recorder.stats().replayBytes() > 0);
        }
        assertEquals(1, folder.toFile().list().length);
    }
}
