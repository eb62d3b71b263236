package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replays of encoders that reorder frames, and of each container that takes a stream. */
class ReplayStreamsTest extends OnStage {
    private static final int FRAMES = 100;

    /** The end is that of a group of reordered frames, of which one is the wanted frame. */
    @ParameterizedTest
    @CsvSource({
        "x264enc key-int-max=30 bframes=2 b-adapt=false ! mp4mux, mp4, 3",
        "x264enc key-int-max=30 bframes=2 b-adapt=false ! mp4mux, mkv, 3",
        "x264enc key-int-max=30 bframes=3 b-pyramid=true b-adapt=false ! matroskamux, mov, 4",
        "x264enc key-int-max=30 bframes=0 tune=zerolatency ! matroskamux, mkv, 0",
        "x265enc key-int-max=30 ! h265parse ! mp4mux, mp4, 8",
        "x265enc key-int-max=30 ! h265parse ! matroskamux, mkv, 8",
        "vp9enc deadline=1 cpu-used=8 keyframe-max-dist=30 ! webmmux, webm, 0",
        "vp9enc deadline=1 cpu-used=8 keyframe-max-dist=30 ! webmmux, mkv, 0",
        "vp8enc deadline=1 keyframe-max-dist=30 ! matroskamux, webm, 0",
        "theoraenc keyframe-freq=30 keyframe-force=30 ! matroskamux, mkv, 0",
        "jpegenc ! matroskamux, mkv, 0",
        "x264enc key-int-max=30 bframes=2 b-adapt=true ! mpegtsmux, mp4, 3",
        "x264enc key-int-max=30 bframes=2 b-adapt=false ! mpegtsmux, mkv, 3",
        "x265enc key-int-max=30 ! h265parse config-interval=-1 ! mpegtsmux, mp4, 8",
    })
    void shouldHaveEveryFrame(String description, String extension, int group) {
        try (StageRecorder recorder = recorderTo("stage.mkv")
                .pipeline(description)
                .replay(Duration.ofSeconds(2))
                .start()) {
            record(recorder, FRAMES);
            CompletableFuture<SavedReplay> save = recorder.saveReplay(folder.resolve("replay." + extension));
            for (int i = FRAMES; i < 2 * FRAMES; i++) {
                drawAndCapture(recorder, i);
            }
            SavedReplay saved = save.join();
            int last = Math.toIntExact(Math.round(saved.to().toNanos() * 30 / 1e9)) - 1;
            assertTrue(last >= FRAMES - 1 && last <= FRAMES - 1 + group, "last frame " + last);
            ReplayFrames.check(saved, last);
            assertTrue(saved.frames() >= 60 && saved.frames() <= 90 + group, saved.frames() + " frames");
            assertEquals(SavedReplay.Limit.NONE, saved.limit());
        }
    }

    /** Which form the stream has is known when its first packet is there. A byte-stream is no stream for MP4. */
    @Test
    void shouldHaveTheFirstFrameWhenSavedBeforeItsPacketIsThere() {
        try (StageRecorder recorder = recorderWith(
                        "x264enc key-int-max=15 ! video/x-h264,stream-format=byte-stream" + " ! mpegtsmux ! fakesink")
                .replay(Duration.ofSeconds(2))
                .start()) {
            drawAndCapture(recorder, 0);
            CompletableFuture<SavedReplay> save = recorder.saveReplay(folder.resolve("replay.mp4"));
            for (int i = 1; i < FRAMES; i++) {
                drawAndCapture(recorder, i);
            }
            ReplayFrames.check(save.join(), 0);
        }
    }
}
