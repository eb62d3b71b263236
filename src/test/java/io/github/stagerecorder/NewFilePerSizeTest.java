package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.stagerecorder.Outcome.FileOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each size of the stage has its own file. */
class NewFilePerSizeTest extends OnResizedStage {
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
    void shouldPassOverAFileThatAnotherRecorderHasStarted() {
        StageRecorder other = recorderTo("stage-2.mkv").start();
        StageRecorder recorder = eachSizeTo("stage.mkv").start();
        paint(recorder, 1);
        resize(recorder, 160, 120);
        paint(recorder, 1);
        end(recorder);
        assertFile("stage-3.mkv", 160, 120, 1);
        assertThrows(RecordingException.class, other::close);
        assertOnlyFiles("stage-3.mkv", "stage.mkv");
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
    void shouldBeginEachFileAtZeroWhenTheTimeIsTheCallers() {
        StageRecorder recorder = eachSizeTo("stage.mkv").timing(Timing.CALLER).start();
        stage.draw(0, 0);
        recorder.capture(5_000_000_000L);
        resize(recorder, 160, 120);
        stage.draw(1, 0);
        assertEquals(CaptureResult.SKIPPED, recorder.capture(4_000_000_000L));
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
}
