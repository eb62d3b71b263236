package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.Outcome.FileOutcome;
import io.github.stagerecorder.media.DecodedVideo;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each size of the stage has a file of its own. */
class NewFilePerSizeTest extends OnStage {
    private int painted;

    private RecorderBuilder eachSizeTo(String name) {
        return recorderTo(name).onResize(ResizePolicy.NEW_FILE);
    }

    private void resize(StageRecorder recorder, int widthPx, int heightPx) {
        surface.resize(widthPx, heightPx);
        stage.resize(widthPx, heightPx);
        recorder.resize(widthPx, heightPx);
    }

    /** Their numbers go on over all files. */
    private void paint(StageRecorder recorder, int frames) {
        for (int i = 0; i < frames; i++) {
            assertEquals(CaptureResult.TAKEN, drawAndCapture(recorder, painted++));
        }
    }

    private Outcome end(StageRecorder recorder) {
        Outcome outcome = recorder.finish().toCompletableFuture().join();
        assertEquals(0, outcome.stats().inFlight(), outcome::toString);
        recorder.close();
        assertEquals(0, recorder.stats().memory().poolBytes());
        return outcome;
    }

    private void assertFile(String name, int widthPx, int heightPx, Integer... numbers) {
        DecodedVideo video = DecodedVideo.of(folder.resolve(name));
        assertEquals(
                widthPx + "x" + heightPx,
                video.info().widthPx() + "x" + video.info().heightPx(),
                name);
        assertEquals(List.of(numbers), video.frameNumbers(), name);
    }

    private void assertOnlyFiles(String... names) {
        assertEquals(
                List.of(names),
                Arrays.stream(Objects.requireNonNull(folder.toFile().listFiles()))
                        .map(File::getName)
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage%s.mp4", "stage%s.webm", "stage%s.mkv"})
    void shouldBeginANewFileWithTheFirstCaptureAtANewSize(String pattern) {
        StageRecorder recorder = eachSizeTo(pattern.formatted("")).start();
        paint(recorder, 2);
        resize(recorder, 640, 480);
        paint(recorder, 3);
        resize(recorder, WIDTH_PX, HEIGHT_PX);
        paint(recorder, 2);
        Outcome outcome = end(recorder);
        assertFile(pattern.formatted(""), WIDTH_PX, HEIGHT_PX, 0, 1);
        assertFile(pattern.formatted("-2"), 640, 480, 2, 3, 4);
        assertFile(pattern.formatted("-3"), WIDTH_PX, HEIGHT_PX, 5, 6);
        assertEquals(
                List.of(2L, 3L, 2L),
                outcome.files().stream().map(file -> file.stats().delivered()).toList());
        assertEquals(7, outcome.stats().delivered());
        assertEquals(7_000_000_000L / 30, outcome.playableUntilNs(), 10);
        assertEquals(
                folder.resolve(pattern.formatted("-2")), outcome.files().get(1).path());
    }

    @Test
    void shouldMakeNoFileOfSizesAtWhichNothingIsCaptured() {
        StageRecorder recorder = eachSizeTo("stage.mkv").start();
        resize(recorder, 200, 100);
        resize(recorder, 160, 120);
        paint(recorder, 1);
        resize(recorder, 200, 100);
        recorder.resize(0, 0);
        assertEquals(CaptureResult.SKIPPED, drawAndCapture(recorder, 99));
        resize(recorder, 160, 120);
        paint(recorder, 2);
        resize(recorder, 100, 200);
        Outcome outcome = end(recorder);
        assertFile("stage.mkv", 160, 120, 0, 1, 2);
        assertOnlyFiles("stage.mkv");
        assertEquals(1, outcome.files().size());
        assertEquals(1, outcome.stats().skips().size());
        StatsIdentities.checkEnded(outcome.stats(), 4);
    }

    @Test
    void shouldPassOverFilesThatExist() throws Exception {
        byte[] old = "an older recording".getBytes();
        Path file = Files.write(folder.resolve("stage-2.mkv"), old);
        StageRecorder recorder = eachSizeTo("stage.mkv").start();
        paint(recorder, 1);
        resize(recorder, 160, 120);
        paint(recorder, 1);
        end(recorder);
        assertArrayEquals(old, Files.readAllBytes(file));
        assertFile("stage-3.mkv", 160, 120, 1);
    }

    @Test
    void shouldReplaceFilesThatExistWhenAsked() throws Exception {
        Files.write(folder.resolve("stage-2.mkv"), "an older recording".getBytes());
        StageRecorder recorder = eachSizeTo("stage.mkv").overwrite(true).start();
        paint(recorder, 1);
        resize(recorder, 160, 120);
        paint(recorder, 1);
        end(recorder);
        assertFile("stage-2.mkv", 160, 120, 1);
    }

    @Test
    void shouldSkipASizeThatNoEncoderTakesAndGoOnAtTheNext() {
        StageRecorder recorder = eachSizeTo("stage.mp4").start();
        paint(recorder, 2);
        resize(recorder, 8, 8);
        assertEquals(CaptureResult.SKIPPED, drawAndCapture(recorder, 99));
        resize(recorder, 1, 1);
        assertEquals(CaptureResult.SKIPPED, drawAndCapture(recorder, 99));
        resize(recorder, 160, 120);
        paint(recorder, 1);
        Outcome outcome = end(recorder);
        assertFile("stage-2.mp4", 160, 120, 2);
        assertEquals(2, outcome.stats().skips().size());
        assertEquals(Outcome.Status.COMPLETE, outcome.status());
    }

    @Test
    void shouldGoOnAtTheOldSizeWhenTheNewOneIsRefused() {
        StageRecorder recorder = eachSizeTo("stage.mkv").start();
        paint(recorder, 1);
        assertThrows(IllegalArgumentException.class, () -> recorder.resize(WIDTH_PX + 1, HEIGHT_PX));
        assertThrows(IllegalArgumentException.class, () -> recorder.resize(-1, HEIGHT_PX));
        paint(recorder, 1);
        end(recorder);
        assertFile("stage.mkv", WIDTH_PX, HEIGHT_PX, 0, 1);
    }

    @Test
    void shouldLoseOneFileAloneWhenItFails() {
        StageRecorder recorder = eachSizeTo("stage.mkv")
                .pipeline("identity error-after=5 ! x264enc tune=zerolatency ! matroskamux")
                .start();
        int calls = 0;
        for (CaptureResult result = null; result != CaptureResult.FAILED; calls++) {
            result = drawAndCapture(recorder, calls);
        }
        resize(recorder, 160, 120);
        paint(recorder, 3);
        RecordingException failure = assertThrows(RecordingException.class, recorder::close);
        Outcome outcome = failure.outcome();
        assertEquals(FailureKind.STREAM, failure.kind());
        assertEquals(outcome.files().get(0).status(), outcome.status());
        assertEquals(Outcome.Status.COMPLETE, outcome.files().get(1).status());
        StatsIdentities.checkEnded(outcome.stats(), calls + 3);
        assertFile("stage-2.mkv", 160, 120, 0, 1, 2);
    }

    @Test
    void shouldGoOnAtTheNextSizeWhenAFileCannotBeWritten() throws Exception {
        Path inTheWay = Files.createDirectory(folder.resolve("stage-2.mkv"));
        StageRecorder recorder = eachSizeTo("stage.mkv").overwrite(true).start();
        paint(recorder, 1);
        resize(recorder, 160, 120);
        assertEquals(CaptureResult.FAILED, drawAndCapture(recorder, 99));
        assertEquals(CaptureResult.FAILED, drawAndCapture(recorder, 99));
        Files.delete(inTheWay);
        resize(recorder, 200, 100);
        paint(recorder, 1);
        RecordingException failure = assertThrows(RecordingException.class, recorder::close);
        assertEquals(FailureKind.OUTPUT, failure.kind());
        assertEquals(
                List.of(Outcome.Status.COMPLETE, Outcome.Status.FAILED, Outcome.Status.COMPLETE),
                failure.outcome().files().stream().map(FileOutcome::status).toList());
        StatsIdentities.checkEnded(failure.outcome().stats(), 4);
        assertFile("stage-2.mkv", 200, 100, 1);
    }

    @ParameterizedTest
    @EnumSource(WhenBehind.class)
    void shouldKeepAllFilesWithinTheBudget(WhenBehind whenFull) {
        long budgetBytes = 8L << 20; // one pool of 640x480, and not two
        surface.resize(640, 480);
        stage.resize(640, 480);
        StageRecorder recorder = eachSizeTo("stage.mkv")
                .size(640, 480)
                .pipeline("identity sleep-time=60000 ! x264enc tune=zerolatency speed-preset=ultrafast ! matroskamux")
                .memoryBudget(budgetBytes)
                .whenBehind(whenFull)
                .start();
        paint(recorder, 3);
        resize(recorder, 600, 480);
        int calls = 3;
        for (CaptureResult result = null; result != CaptureResult.TAKEN; calls++) {
            result = drawAndCapture(recorder, 3);
            StatsIdentities.check(recorder.stats(), calls + 1);
            assertTrue(
                    recorder.stats().memory().poolBytes() <= budgetBytes,
                    recorder.stats().toString());
        }
        Outcome outcome = end(recorder);
        assertEquals(whenFull == WhenBehind.DROP, outcome.stats().drops().poolFull() > 0, outcome.toString());
        StatsIdentities.checkEnded(outcome.stats(), calls);
        assertFile("stage-2.mkv", 600, 480, 3);
    }

    @Test
    void shouldGiveUpWaitingForRoomAfterTheStallTimeout() {
        StageRecorder recorder = eachSizeTo("stage.mkv")
                .pipeline("identity sleep-time=1000000 ! x264enc tune=zerolatency ! matroskamux")
                .memoryBudget(2L << 20)
                .stallTimeout(Duration.ofMillis(200))
                .closeTimeout(Duration.ofMillis(500))
                .start();
        paint(recorder, 5); // so many seconds, and the trial of the new size takes one or two
        resize(recorder, WIDTH_PX, HEIGHT_PX - 2);
        assertEquals(CaptureResult.FAILED, drawAndCapture(recorder, 5));
        Outcome outcome =
                assertThrows(RecordingException.class, recorder::close).outcome();
        StatsIdentities.checkEnded(outcome.stats(), 6);
        assertEquals(1, outcome.stats().failed());
        assertTrue(outcome.files().get(1).cause().getMessage().contains("earlier files"), outcome.toString());
    }

    @Test
    void shouldBeginEachFileAtZeroWhenTheTimeIsTheCallers() {
        StageRecorder recorder = eachSizeTo("stage.mkv").timing(Timing.CALLER).start();
        stage.draw(0, 0);
        recorder.capture(5_000_000_000L);
        resize(recorder, 160, 120);
        stage.draw(1, 0);
        assertThrows(IllegalArgumentException.class, () -> recorder.capture(4_000_000_000L));
        recorder.capture(9_000_000_000L);
        recorder.capture(9_100_000_000L);
        Outcome outcome = end(recorder);
        assertEquals(2, outcome.files().size());
        assertEquals(100_000_000L + 1_000_000_000L / 30, outcome.files().get(1).playableUntilNs(), 2);
        assertNull(outcome.cause());
    }

    @Test
    void shouldLetTheLastPictureStandUntilTheNextFileBeginsInRealTime() {
        AtomicLong nowNs = new AtomicLong();
        StageRecorder recorder = eachSizeTo("stage.mkv")
                .timing(Timing.REAL_TIME)
                .clockNs(nowNs::get)
                .start();
        paint(recorder, 1);
        nowNs.addAndGet(400_000_000L);
        resize(recorder, 160, 120);
        nowNs.addAndGet(600_000_000L);
        paint(recorder, 1);
        nowNs.addAndGet(500_000_000L);
        Outcome outcome = end(recorder);
        assertEquals(
                List.of(1_000_000_000L, 500_000_000L),
                outcome.files().stream().map(FileOutcome::playableUntilNs).toList());
    }

    @ParameterizedTest
    @EnumSource(ReadStrategy.class)
    void shouldGiveBackTheOldFilesMemoryWhileTheNextIsRecorded(ReadStrategy strategy) {
        StageRecorder recorder =
                eachSizeTo("stage.mkv").tuning(t -> t.readStrategy(strategy)).start();
        long oldBytes = recorder.stats().memory().poolBytes();
        paint(recorder, 3);
        resize(recorder, WIDTH_PX / 2, HEIGHT_PX / 2);
        while (recorder.stats().memory().poolBytes() >= oldBytes
                || recorder.stats().delivered() < 3) {
            paint(recorder, 1); // the class's time limit ends this
        }
        end(recorder);
    }

    @Test
    void shouldStayPausedWhenTheSizeChanges() {
        StageRecorder recorder = eachSizeTo("stage.mkv").start();
        paint(recorder, 1);
        recorder.pause();
        resize(recorder, 160, 120);
        assertEquals(CaptureResult.SKIPPED, drawAndCapture(recorder, 99));
        recorder.resume();
        paint(recorder, 1);
        assertEquals(1, end(recorder).stats().skips().paused());
        assertFile("stage-2.mkv", 160, 120, 1);
    }

    @Test
    void shouldRefuseWhatCannotBeNumberedOrIsInTiles() {
        RecorderBuilder ownSink = recorderWith("fakesink").onResize(ResizePolicy.NEW_FILE);
        assertThrows(IllegalArgumentException.class, ownSink::start);
        RecorderBuilder inTiles = eachSizeTo("stage.mkv").tiled(true);
        assertThrows(IllegalArgumentException.class, inTiles::start);
    }
}
