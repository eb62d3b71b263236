package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.Outcome.FileOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A size that is refused, a file that fails and memory that is short do not harm the files of the other sizes. */
class NewFileLimitsTest extends OnResizedStage {
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
    void shouldKeepAllFilesWithinTheBudget(WhenBehind whenBehind) {
        long budgetBytes = 8L << 20; // one pool of 640x480, and not two
        surface.resize(640, 480);
        stage.resize(640, 480);
        StageRecorder recorder = eachSizeTo("stage.mkv")
                .size(640, 480)
                .pipeline("identity sleep-time=60000 ! x264enc tune=zerolatency speed-preset=ultrafast ! matroskamux")
                .memoryBudget(budgetBytes)
                .whenBehind(whenBehind)
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
        assertEquals(whenBehind == WhenBehind.DROP, outcome.stats().drops().poolFull() > 0, outcome.toString());
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
        paint(recorder, 5); // takes five seconds, while the trial of the new size takes one or two
        resize(recorder, WIDTH_PX, HEIGHT_PX - 2);
        assertEquals(CaptureResult.FAILED, drawAndCapture(recorder, 5));
        Outcome outcome =
                assertThrows(RecordingException.class, recorder::close).outcome();
        StatsIdentities.checkEnded(outcome.stats(), 6);
        assertEquals(1, outcome.stats().failed());
        assertTrue(outcome.files().get(1).cause().getMessage().contains("earlier files"), outcome.toString());
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
    void shouldRefuseWhatCannotBeNumberedOrIsInTiles() {
        RecorderBuilder ownSink = recorderWith("fakesink").onResize(ResizePolicy.NEW_FILE);
        assertThrows(IllegalArgumentException.class, ownSink::start);
        RecorderBuilder inTiles = eachSizeTo("stage.mkv").tiled(true);
        assertThrows(IllegalArgumentException.class, inTiles::start);
    }
}
