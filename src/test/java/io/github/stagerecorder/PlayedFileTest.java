package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.Player.Sharing;
import io.github.stagerecorder.media.DecodedVideo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Another program plays the file that is replaced, or the one that is recorded. */
class PlayedFileTest extends OnStage {
    private static final byte[] OLD = "an older recording".getBytes();
    private static final String ONLY_WINDOWS = "elsewhere an open file can be replaced";

    private Path file;

    @BeforeEach
    void writeOldFile() throws Exception {
        file = Files.write(folder.resolve("stage.mkv"), OLD);
    }

    private RecorderBuilder overwriting() {
        return recorderTo("stage.mkv").overwrite(true);
    }

    @Test
    @EnabledOnOs(value = OS.WINDOWS, disabledReason = ONLY_WINDOWS)
    void shouldRefuseAFileThatAPlayerHolds() throws Exception {
        try (Player player = Player.of(file, Sharing.HELD)) {
            RecordingException refusal = assertThrows(RecordingException.class, overwriting()::start);
            assertEquals(FailureKind.OUTPUT, refusal.kind());
            assertTrue(refusal.getMessage().endsWith("another program has it open"), refusal.getMessage());
            assertEquals(
                    refusal.getMessage(),
                    overwriting().preflight().findings().get(0).what());
            assertTrue(player.isPlaying());
        }
        assertArrayEquals(OLD, Files.readAllBytes(file));
        assertFolder("stage.mkv");
    }

    @Test
    @EnabledOnOs(value = OS.WINDOWS, disabledReason = ONLY_WINDOWS)
    void shouldKeepAFileThatAPlayerHoldsSinceTheStart() throws Exception {
        StageRecorder recorder = overwriting().start();
        RecordingException failure;
        try (Player player = Player.of(file, Sharing.HELD)) {
            record(recorder, 3);
            failure = assertThrows(RecordingException.class, recorder::close);
            assertTrue(player.isPlaying());
        }
        assertEquals(FailureKind.OUTPUT, failure.kind());
        assertTrue(failure.getMessage().contains("another program has it open"), failure.getMessage());
        assertArrayEquals(OLD, Files.readAllBytes(file));
        assertFolder("stage.mkv");
    }

    @Test
    void shouldReplaceAFileWhosePlayerAllowsIt() throws Exception {
        try (Player player = Player.of(file, Sharing.SHARED)) {
            try (StageRecorder recorder = overwriting().start()) {
                record(recorder, 60);
            }
            assertEquals(60, DecodedVideo.of(file).frameNumbers().size());
            assertTrue(player.isPlaying());
        }
        assertNothingIsLeftByTheNextStart();
    }

    @ParameterizedTest
    @EnumSource
    void shouldCompleteAFileThatIsPlayedWhileItIsRecorded(Sharing sharing) throws Exception {
        StageRecorder recorder = overwriting().start();
        record(recorder, 60);
        while (Files.size(file) <= OLD.length) {
            Thread.sleep(1);
        }
        try (Player player = Player.of(file, sharing)) {
            recorder.close();
            assertEquals(60, DecodedVideo.of(file).frameNumbers().size());
            assertTrue(player.isPlaying());
        }
        assertNothingIsLeftByTheNextStart();
    }

    /** On Windows what another program has open is removed later. */
    private void assertNothingIsLeftByTheNextStart() throws Exception {
        try (StageRecorder next = recorderTo("next.mkv").start()) {
            record(next, 2);
        }
        assertFolder("next.mkv", "stage.mkv");
    }

    private void assertFolder(String... names) throws Exception {
        try (var files = Files.list(folder)) {
            assertEquals(
                    List.of(names),
                    files.map(found -> found.getFileName().toString()).sorted().toList());
        }
    }
}
