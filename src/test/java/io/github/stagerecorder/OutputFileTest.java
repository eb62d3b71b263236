package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedVideo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the file is written, and what happens to an existing file. */
class OutputFileTest extends OnStage {
    private static final byte[] OLD = "an older recording".getBytes();

    @Test
    void shouldRefuseAFolderThatDoesNotExist() {
        RecordingException refusal = refusal(recorderTo("none/stage.ogg"));
        assertTrue(refusal.getMessage().contains("does not exist"), refusal.getMessage());
    }

    @Test
    void shouldRefuseAFolderThatIsAFile() throws Exception {
        Files.write(folder.resolve("file"), OLD);
        refusal(recorderTo("file/stage.ogg"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no folder that an administrator cannot write")
    void shouldRefuseAFolderThatCannotBeWritten() {
        // This is the only folder in which even root cannot create a file.
        RecorderBuilder builder =
                StageRecorder.builder(Path.of("/proc/self/stage.ogg")).size(WIDTH_PX, HEIGHT_PX);
        RecordingException refusal = assertThrows(RecordingException.class, builder::start);
        assertTrue(
                refusal.kind() == FailureKind.OUTPUT || refusal.kind() == FailureKind.STATE_CHANGE, refusal.toString());
        assertTrue(refusal.getMessage().contains("/proc/self"), refusal.getMessage());
    }

    @Test
    void shouldRefuseToReplaceAFileUnlessAsked() throws Exception {
        Path file = Files.write(folder.resolve("stage.ogg"), OLD);
        RecordingException refusal = refusal(recorderTo("stage.ogg"));
        assertTrue(refusal.getMessage().contains("overwrite"), refusal.getMessage());
        assertArrayEquals(OLD, Files.readAllBytes(file));
    }

    @Test
    void shouldKeepTheOldFileWhenTheNewPipelineDoesNotOpen() throws Exception {
        Path file = Files.write(folder.resolve("stage.mp4"), OLD);
        RecorderBuilder tooSmall = StageRecorder.builder(file).size(8, 8).overwrite(true);
        assertThrows(RecordingException.class, tooSmall::start);
        assertOnly(file, OLD);
    }

    @Test
    void shouldKeepTheOldFileWhenNothingIsCaptured() throws Exception {
        Path file = Files.write(folder.resolve("stage.mp4"), OLD);
        StageRecorder recorder = recorderTo("stage.mp4").overwrite(true).start();
        RecordingException failure = assertThrows(RecordingException.class, recorder::close);
        assertEquals(FailureKind.NO_FRAMES, failure.kind());
        assertOnly(file, OLD);
    }

    @Test
    void shouldNotReplaceAFileThatAppearedSinceTheStart() throws Exception {
        StageRecorder recorder = recorderTo("stage.mkv").start();
        Path file = Files.write(folder.resolve("stage.mkv"), OLD);
        record(recorder, 3);
        RecordingException failure = assertThrows(RecordingException.class, recorder::close);
        assertEquals(FailureKind.OUTPUT, failure.kind());
        StatsIdentities.checkEnded(failure.outcome().stats(), 3);
        assertOnly(file, OLD);
    }

    @Test
    void shouldReplaceTheFileWhenAsked() throws Exception {
        Path file = Files.write(folder.resolve("stage.mp4"), OLD);
        try (StageRecorder recorder = recorderTo("stage.mp4").overwrite(true).start()) {
            record(recorder, 3);
        }
        assertEquals(List.of(0, 1, 2), DecodedVideo.of(file).frameNumbers());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"with space.mkv", "quote\"and'.mkv", "ba!ng ! fakesink.mkv", "größe-視頻.mkv", "new\nline.mkv"})
    void shouldRecordToExactlyTheNamedFile(String name) throws Exception {
        FileNameSupport.assume(name);
        try (StageRecorder recorder = recorderTo(name).start()) {
            record(recorder, 2);
        }
        assertEquals(List.of(0, 1), DecodedVideo.of(folder.resolve(name)).frameNumbers());
        assertEquals(1, filesInFolder());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NUL", "con.mp4", "Aux.mkv", "com1.ogg", "COM¹.mkv"})
    @EnabledOnOs(value = OS.WINDOWS, disabledReason = "only Windows has names of devices in every folder")
    void shouldRefuseTheNameOfADevice(String name) {
        RecordingException refusal = refusal(recorderTo(name).pipeline("x264enc ! matroskamux"));
        assertTrue(refusal.getMessage().contains("device"), refusal.getMessage());
    }

    @Test
    void shouldRefuseAnUnknownExtensionAndNameTheKnownOnes() {
        RecorderBuilder builder = recorderTo("stage.avi");
        var refusal = assertThrows(IllegalArgumentException.class, builder::start);
        assertTrue(refusal.getMessage().contains(".mp4"), refusal.getMessage());
    }

    private RecordingException refusal(RecorderBuilder builder) {
        RecordingException refusal = assertThrows(RecordingException.class, builder::start);
        assertEquals(FailureKind.OUTPUT, refusal.kind());
        return refusal;
    }

    private void assertOnly(Path file, byte[] content) throws Exception {
        assertArrayEquals(content, Files.readAllBytes(file));
        assertEquals(1, filesInFolder());
    }

    private long filesInFolder() throws Exception {
        try (var files = Files.list(folder)) {
            return files.count();
        }
    }
}
