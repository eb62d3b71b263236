package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.SavedReplay.Limit;
import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.Ffprobe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Replays that cannot be kept or saved: each is refused clearly and alone, and no frame of the recording is lost. */
class ReplayRefusalTest extends OnStage {
    private static final Duration SECONDS = Duration.ofSeconds(2);

    private static void assertRefused(FailureKind kind, String words, CompletableFuture<SavedReplay> save) {
        Throwable why = assertThrows(CompletionException.class, save::join).getCause();
        assertTrue(why.getMessage().contains(words), why.getMessage());
        assertEquals(kind, ((RecordingException) why).kind(), why.getMessage());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void shouldRefuseWhatCannotBeKept() {
        RecorderBuilder builder = recorderTo("stage.mp4");
        assertThrows(IllegalArgumentException.class, () -> builder.replay(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> builder.replay(Duration.ofSeconds(Long.MAX_VALUE)));
        assertThrows(IllegalArgumentException.class, () -> builder.replay(SECONDS, 1000));
        assertThrows(IllegalArgumentException.class, () -> builder.format("mp4").start());
        assertThrows(
                IllegalArgumentException.class,
                () -> StageRecorder.builder().replay(SECONDS).start());
        RecordingException noMuxer = assertThrows(
                RecordingException.class,
                () -> recorderWith("x264enc ! fakesink").replay(SECONDS).start());
        assertTrue(noMuxer.getMessage().contains("no muxer"), noMuxer.getMessage());
    }

    @Test
    void shouldRefuseASaveAloneAndGoOn() throws IOException {
        Files.writeString(folder.resolve("old.mp4"), "old");
        try (StageRecorder recorder = recorderTo("stage.mp4").replay(SECONDS).start()) {
            assertRefused(FailureKind.NO_FRAMES, "no frame", recorder.saveReplay(folder.resolve("none.mp4")));
            record(recorder, 40);
            assertRefused(FailureKind.OUTPUT, "exists", recorder.saveReplay(folder.resolve("old.mp4")));
            assertRefused(FailureKind.OUTPUT, "does not exist", recorder.saveReplay(folder.resolve("no/replay.mp4")));
            assertRefused(FailureKind.OUTPUT, "", recorder.saveReplay(folder.resolve("stage.mp4")));
            RecordingException other =
                    assertThrows(RecordingException.class, () -> recorder.saveReplay(folder.resolve("replay.webm")));
            assertTrue(other.getMessage().contains("video/x-h264"), other.getMessage());
            assertThrows(RecordingException.class, () -> recorder.saveReplay(folder.resolve("replay.txt")));
            RecordingException unnamed =
                    assertThrows(RecordingException.class, () -> recorder.saveReplay(folder.getRoot()));
            assertTrue(unnamed.getMessage().contains("names no file"), unnamed.getMessage());
        }
        assertEquals(List.of("old.mp4", "stage.mp4"), names());
        assertEquals("old", Files.readString(folder.resolve("old.mp4")));
        assertEquals(
                IntStream.range(0, 40).boxed().toList(),
                DecodedVideo.of(folder.resolve("stage.mp4")).frameNumbers());
    }

    /** mp4mux takes VP9 whose caps tell the chroma format, which those of vp9enc may not. */
    @Test
    void shouldRefuseAtOnceWhatTheMuxerDoesNotTake() throws IOException {
        try (StageRecorder recorder = recorderWith("vp9enc deadline=1 cpu-used=8 ! webmmux ! fakesink")
                .replay(SECONDS)
                .start()) {
            for (int i = 0; recorder.stats().replayDuration().isZero(); i++) {
                drawAndCapture(recorder, i);
            }
            RecordingException why =
                    assertThrows(RecordingException.class, () -> recorder.saveReplay(folder.resolve("replay.mp4")));
            assertTrue(why.getMessage().contains("video/x-vp9"), why.getMessage());
        }
        assertEquals(List.of(), names());
    }

    @Test
    void shouldRefuseASaveWithoutAReplayAndAfterTheEnd() {
        try (StageRecorder recorder = recorderTo("stage.mp4").start()) {
            record(recorder, 1);
            assertThrows(IllegalStateException.class, () -> recorder.saveReplay(folder.resolve("replay.mp4")));
        }
        StageRecorder recorder = recorderTo("other.mp4").replay(SECONDS).start();
        record(recorder, 10);
        recorder.close();
        assertThrows(IllegalStateException.class, () -> recorder.saveReplay(folder.resolve("replay.mp4")));
    }

    /** The end of the recording brings the frames that the encoder keeps. */
    @Test
    void shouldCompleteASaveThatIsUnderWayAtTheEnd() {
        CompletableFuture<SavedReplay> first;
        CompletableFuture<SavedReplay> second;
        try (StageRecorder recorder = recorderTo("stage.mkv").replay(SECONDS).start()) {
            record(recorder, 40);
            first = recorder.saveReplay(folder.resolve("first.mkv"));
            second = recorder.saveReplay(folder.resolve("second.mp4"));
        }
        assertTrue(Files.exists(folder.resolve("first.mkv")) && Files.exists(folder.resolve("second.mp4")));
        ReplayFrames.check(first.join(), 39);
        ReplayFrames.check(second.join(), 39);
        assertEquals(Limit.START, first.join().limit());
    }

    @Test
    void shouldCompleteOneOfTwoSavesIntoTheSameFile() throws IOException {
        Path file = folder.resolve("replay.mp4");
        List<CompletableFuture<SavedReplay>> saves;
        try (StageRecorder recorder = recorderTo("stage.mp4").replay(SECONDS).start()) {
            record(recorder, 40);
            saves = List.of(recorder.saveReplay(file), recorder.saveReplay(file));
        }
        int lost = saves.get(0).isCompletedExceptionally() ? 0 : 1;
        assertRefused(FailureKind.OUTPUT, "replay.mp4", saves.get(lost));
        ReplayFrames.check(saves.get(1 - lost).join(), 39);
        assertEquals(List.of("replay.mp4", "stage.mp4"), names());
    }

    @Test
    void shouldBeCutByItsBudgetAndTellSo() {
        try (StageRecorder recorder = recorderTo("stage.mkv")
                .pipeline("x264enc key-int-max=5 bitrate=20000 tune=zerolatency speed-preset=ultrafast ! matroskamux")
                .replay(Duration.ofSeconds(60), 1 << 20)
                .start()) {
            record(recorder, 300);
            SavedReplay saved =
                    recorder.saveReplay(folder.resolve("replay.mkv")).join();
            ReplayFrames.check(saved, 299);
            assertEquals(Limit.BUDGET, saved.limit());
            assertTrue(recorder.stats().replayBytes() <= 1 << 20);
            assertFalse(recorder.stats().replayDuration().isZero());
        }
    }

    @Test
    void shouldTellThatItsBudgetHoldsNoIntervalOfKeyframes() {
        try (StageRecorder recorder = recorderTo("stage.mkv")
                .pipeline("x264enc key-int-max=1000 pass=quant quantizer=0 tune=zerolatency speed-preset=ultrafast"
                        + " ! matroskamux")
                .replay(SECONDS, 1 << 20)
                .start()) {
            record(recorder, 300);
            assertRefused(
                    FailureKind.NO_FRAMES,
                    "budget of 1048576 bytes holds no interval",
                    recorder.saveReplay(folder.resolve("replay.mkv")));
        }
    }

    /** What is saved again and again has no effect on what is recorded. A bit rate alone makes x264enc's streams differ. */
    @Test
    void shouldRecordTheSameWithAndWithoutSaves() throws IOException {
        String description = "x264enc pass=quant key-int-max=30 threads=1 ! matroskamux offset-to-zero=false";
        try (StageRecorder recorder =
                samePictures("plain.mkv").pipeline(description).start()) {
            record(recorder, 90);
        }
        try (StageRecorder recorder =
                samePictures("saved.mkv").pipeline(description).replay(SECONDS).start()) {
            for (int i = 0; i < 90; i++) {
                drawAndCapture(recorder, i);
                if (i % 20 == 19) {
                    recorder.saveReplay(folder.resolve("replay" + i + ".mkv"));
                }
            }
        }
        assertEquals(elementaryStream("plain.mkv"), elementaryStream("saved.mkv"));
    }

    /** Ways of reading differ in single levels once converted, and which one is chosen depends on how fast they are. */
    private RecorderBuilder samePictures(String name) {
        return recorderTo(name)
                .tuning(t -> t.convert(Convert.VIDEOCONVERT)
                        .readFormat(ReadFormat.BGRX)
                        .readStrategy(ReadStrategy.CLIENT));
    }

    private String elementaryStream(String name) {
        return Ffprobe.streamHash(folder.resolve(name));
    }

    @Test
    void shouldBeginWithThePresentFileAfterAResize() {
        try (StageRecorder recorder = recorderTo("stage.mp4")
                .onResize(ResizePolicy.NEW_FILE)
                .replay(SECONDS)
                .start()) {
            record(recorder, 40);
            CompletableFuture<SavedReplay> before = recorder.saveReplay(folder.resolve("before.mp4"));
            recorder.resize(WIDTH_PX - 64, HEIGHT_PX);
            record(recorder, 20);
            CompletableFuture<SavedReplay> after = recorder.saveReplay(folder.resolve("after.mp4"));
            record(recorder, 10);
            assertEquals(40, before.join().frames());
            assertEquals(20, after.join().frames());
            assertEquals(Limit.START, after.join().limit());
        }
    }

    @Test
    void shouldGoOnThroughAPauseAndAScaledResize() {
        try (StageRecorder recorder = recorderTo("stage.mp4").replay(SECONDS).start()) {
            record(recorder, 20);
            recorder.pause();
            recorder.resume();
            recorder.resize(WIDTH_PX - 64, HEIGHT_PX);
            record(recorder, 20);
            CompletableFuture<SavedReplay> save = recorder.saveReplay(folder.resolve("replay.mp4"));
            record(recorder, 10);
            assertEquals(40, save.join().frames());
            assertEquals(
                    WIDTH_PX,
                    DecodedVideo.of(folder.resolve("replay.mp4")).info().widthPx());
        }
    }
}
