package io.github.stagerecorder.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.EncodeOn;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.Outcome.Status;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The output of a recording is removed. The recorder reports it, although every write succeeded. */
@Timeout(60)
class LostOutputTest {
    private static final String KEEPS_OPEN_FILES =
            "Windows lets nobody remove a file that is written, or move its folder";

    @TempDir
    Path temporary;

    Path folder;
    Path file;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("recordings"));
        file = folder.resolve("stage.mkv");
    }

    @ParameterizedTest
    @EnumSource(EncodeOn.class)
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = KEEPS_OPEN_FILES)
    void shouldTellThatTheFileIsGoneWhenItsFolderIsRemoved(EncodeOn encodeOn) throws Exception {
        try (WatchedStage stage = new WatchedStage(everyFrame().encodeOn(encodeOn))) {
            stage.paint(10);
            awaitFile();
            Files.delete(file);
            Files.delete(folder);
            stage.paint(10);
            checkLost(stage.end());
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = KEEPS_OPEN_FILES)
    void shouldTellThatTheFileIsElsewhereWhenItsFolderIsRenamed() throws Exception {
        try (WatchedStage stage = new WatchedStage(everyFrame())) {
            stage.paint(10);
            awaitFile();
            Files.move(folder, temporary.resolve("elsewhere"));
            stage.paint(10);
            checkLost(stage.end());
        }
        assertTrue(Files.size(temporary.resolve("elsewhere/stage.mkv")) > 0);
    }

    @Test
    void shouldFailWhenTheFolderIsRemovedBeforeTheFirstFrame() throws Exception {
        try (WatchedStage stage = new WatchedStage(everyFrame())) {
            try (var files = Files.list(folder)) {
                for (Path left : files.toList()) {
                    Files.delete(left);
                }
            }
            Files.delete(folder);
            for (int i = 0; i < 1000 && stage.paint() != CaptureResult.FAILED; i++) {
                Thread.sleep(1);
            }
            checkLost(stage.end());
        }
    }

    private RecorderBuilder everyFrame() {
        return StageRecorder.builder(file).timing(Timing.FRAME_BY_FRAME);
    }

    private void awaitFile() throws InterruptedException {
        for (int ms = 0; ms < 5000 && !Files.exists(file); ms++) {
            Thread.sleep(1);
        }
    }

    private static void checkLost(Closing closing) {
        assertEquals(FailureKind.OUTPUT, closing.kind());
        assertEquals(Status.FAILED, closing.outcome().status());
        assertEquals(0, closing.outcome().playableUntilNs());
        assertEquals(0, closing.outcome().stats().memory().poolBytes());
    }
}
