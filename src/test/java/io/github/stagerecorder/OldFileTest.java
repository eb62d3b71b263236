package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.Outcome.Status;
import io.github.stagerecorder.media.DecodedVideo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An old file stays until something in the new one is sure to play, whatever fails, and nothing else is left. */
class OldFileTest extends OnStage {
    private static final byte[] OLD = "an older recording".getBytes();
    private static final int SMALL_DISK_BYTES = 8 << 10;

    private Path file;

    @BeforeEach
    void writeOldFile() throws Exception {
        file = Files.write(folder.resolve("stage.mkv"), OLD);
    }

    @ParameterizedTest
    @CsvSource({
        "identity error-after=8, matroskamux",
        "identity eos-after=8, matroskamux",
        "identity error-after=8, mp4mux fragment-duration=500 fragment-mode=first-moov-then-finalise",
        "identity error-after=8, oggmux"
    })
    void shouldStayWhenTheEncoderFailsBeforeAnythingPlays(String fault, String muxer) throws Exception {
        String encoder = muxer.startsWith("ogg") ? "theoraenc" : "x264enc tune=zerolatency key-int-max=10";
        StageRecorder recorder = recorderTo("stage.mkv")
                .pipeline(fault + " ! " + encoder + " ! " + muxer)
                .overwrite(true)
                .start();
        for (int i = 0; i < 100 && drawAndCapture(recorder, i) != CaptureResult.FAILED; i++) {
            Thread.sleep(2);
        }
        RecordingException failure = assertThrows(RecordingException.class, recorder::close);
        if (failure.outcome().status() == Status.FAILED) {
            assertArrayEquals(OLD, Files.readAllBytes(file));
        } else {
            assertTrue(DecodedVideo.ofCutOff(file).frameNumbers().size() > 0);
        }
        assertAlone();
    }

    @Test
    void shouldStayWhenTheNewFileCannotBeWritten() throws Exception {
        StageRecorder recorder = recorderTo("stage.mkv").overwrite(true).start();
        Files.delete(file);
        Files.createDirectory(file);
        record(recorder, 3);
        RecordingException failure = assertThrows(RecordingException.class, recorder::close);
        assertEquals(FailureKind.OUTPUT, failure.kind());
        assertTrue(Files.isDirectory(file));
        assertAlone();
    }

    @Test
    void shouldStayWhenTheDiskHasNoRoomForAnythingThatPlays() throws Exception {
        try (SmallDisk disk = SmallDisk.of(SMALL_DISK_BYTES, Files.createDirectory(folder.resolve("disk")))) {
            file = Files.write(disk.folder().resolve("stage.mkv"), OLD);
            StageRecorder recorder = recorderTo(file.toString()).overwrite(true).start();
            record(recorder, 60);
            RecordingException failure = assertThrows(RecordingException.class, recorder::close);
            assertEquals(FailureKind.OUTPUT, failure.kind());
            assertEquals(Status.FAILED, failure.outcome().status());
            assertArrayEquals(OLD, Files.readAllBytes(file));
            assertArrayEquals(new String[] {"stage.mkv"}, disk.folder().toFile().list());
        }
    }

    @Test
    void shouldGoOnceTheNewFilePlaysAndNothingElseIsLeft() throws Exception {
        try (StageRecorder recorder = recorderTo("stage.mkv").overwrite(true).start()) {
            record(recorder, 60);
            for (int ms = 0; ms < 5000 && isKept(); ms++) {
                drawAndCapture(recorder, 60 + ms);
                Thread.sleep(1);
            }
            assertFalse(isKept());
        }
        assertTrue(DecodedVideo.of(file).frameNumbers().size() >= 60);
        assertAlone();
    }

    @Test
    void shouldNotBeReplacedWhileAnotherRecorderWritesIt() throws Exception {
        try (StageRecorder first = recorderTo("stage.mkv").overwrite(true).start()) {
            assertWritten(recorderTo("stage.mkv").overwrite(true));
            drawAndCapture(first, 0);
            awaitBegun();
            assertWritten(recorderTo("stage.mkv").overwrite(true));
            drawAndCapture(first, 1);
        }
        assertEquals(List.of(0, 1), DecodedVideo.of(file).frameNumbers());
        assertAlone();
    }

    /** A start and a preflight refuse it, and nothing is touched. */
    private void assertWritten(RecorderBuilder second) throws Exception {
        String words = "another recording is writing it";
        List<String> before = names();
        assertFalse(second.preflight().canRecord());
        RecordingException refusal = assertThrows(RecordingException.class, second::start);
        assertEquals(FailureKind.OUTPUT, refusal.kind());
        assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
        assertEquals(before, names());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    /** A preparation opens an encoder for the file, too. */
    @Test
    void shouldBeFreeAgainAfterARecordingWithoutAFrame() throws Exception {
        StageRecorder empty = recorderTo("stage.mkv").overwrite(true).start();
        assertWritten(recorderTo("stage.mkv").overwrite(true));
        assertThrows(RecordingException.class, empty::close);
        recorderTo("stage.mkv").overwrite(true).prepare().join();
        StageRecorder next = recorderTo("stage.mkv").overwrite(true).start();
        record(next, 2);
        next.close();
        assertEquals(List.of(0, 1), DecodedVideo.of(file).frameNumbers());
    }

    @Test
    void shouldLetOneOfTwoRecordersHaveTheNameOfANewFile() throws Exception {
        Files.delete(file);
        StageRecorder first = recorderTo("stage.mkv").start();
        assertWritten(recorderTo("stage.mkv"));
        assertWritten(StageRecorder.builder(folder.resolve("./stage.mkv")).size(64, 64));
        record(first, 1);
        awaitBegun();
        assertWritten(recorderTo("stage.mkv").overwrite(true));
        first.close();
        assertEquals(List.of(0), DecodedVideo.of(file).frameNumbers());
        assertAlone();
    }

    @Test
    void shouldNotBeReplacedByASnapshot() throws Exception {
        RecorderBuilder picture = recorderTo("stage.png").pipeline("pngenc").overwrite(true);
        try (StageRecorder first = picture.start()) {
            CompletableFuture<Path> snapshot = first.snapshot(folder.resolve("stage.png"));
            drawAndCapture(first, 0);
            Throwable refusal =
                    assertThrows(CompletionException.class, snapshot::join).getCause();
            assertTrue(refusal.getMessage().contains("another recording is writing it"), refusal.getMessage());
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a permission there")
    void shouldBeKnownByLinks(@TempDir Path elsewhere) throws Exception {
        Files.delete(file);
        Files.createSymbolicLink(folder.resolve("link.mkv"), file);
        Path links = Files.createSymbolicLink(elsewhere.resolve("folder"), folder);
        try (StageRecorder first = recorderTo("stage.mkv").start()) {
            assertWritten(recorderTo("link.mkv").overwrite(true));
            assertWritten(StageRecorder.builder(links.resolve("stage.mkv")).size(64, 64));
            drawAndCapture(first, 0);
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a file that is open cannot be replaced there")
    void shouldTellThatAnotherProgramReplacedTheFile() throws Exception {
        StageRecorder recorder = recorderTo("stage.mkv").overwrite(true).start();
        record(recorder, 3);
        awaitBegun();
        byte[] others = "of another program".getBytes();
        Path other = Files.write(folder.resolve("other"), others);
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
        RecordingException failure = assertThrows(RecordingException.class, recorder::close);
        assertEquals(FailureKind.OUTPUT, failure.kind());
        assertEquals(Status.FAILED, failure.outcome().status());
        assertArrayEquals(others, Files.readAllBytes(file));
        assertArrayEquals(OLD, Files.readAllBytes(folder.resolve("old-stage.mkv")));
        assertEquals(2, filesInFolder());
    }

    @Test
    void shouldStayInEachFileOfASeries() throws Exception {
        Path next = Files.write(folder.resolve("stage-2.mkv"), OLD);
        StageRecorder recorder = recorderTo("stage.mkv")
                .onResize(ResizePolicy.NEW_FILE)
                .overwrite(true)
                .start();
        record(recorder, 3);
        recorder.resize(WIDTH_PX / 2, HEIGHT_PX / 2);
        recorder.close();
        assertEquals(
                IntStream.range(0, 3).boxed().toList(), DecodedVideo.of(file).frameNumbers());
        assertArrayEquals(OLD, Files.readAllBytes(next));
        assertEquals(2, filesInFolder());
    }

    @Test
    void shouldLeaveRoomForTheNumberInTheLongestName() throws Exception {
        Files.delete(file);
        StageRecorder recorder = recorderTo("a".repeat(251) + ".mkv")
                .onResize(ResizePolicy.NEW_FILE)
                .start();
        record(recorder, 3);
        recorder.resize(WIDTH_PX / 2, HEIGHT_PX / 2);
        record(recorder, 2);
        recorder.close();
        assertEquals(2, filesInFolder());
        Path second = folder.resolve("a".repeat(249) + "-2.mkv");
        assertTrue(Files.size(second) > 0);
    }

    /** Windows removes the folder of the old file only when the new file, which has a second name in it, is closed. */
    private boolean isKept() throws IOException {
        try (Stream<Path> all = Files.find(folder, 3, (path, is) -> is.isRegularFile() && is.size() == OLD.length)) {
            return OS.WINDOWS.isCurrentOs() ? all.findAny().isPresent() : filesInFolder() > 1;
        }
    }

    private void awaitBegun() throws Exception {
        for (int ms = 0; ms < 5000 && !hasBegun(); ms++) {
            Thread.sleep(1);
        }
    }

    /** Whether the sink has opened the file, which is later than that the file is there. */
    private boolean hasBegun() throws Exception {
        if (OS.WINDOWS.isCurrentOs()) { // it cannot tell which files are open, and nothing may be written yet
            return file.toFile().length() != OLD.length && Files.exists(file);
        }
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.anyMatch(this::isOfFile);
        }
    }

    private boolean isOfFile(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file);
        } catch (IOException e) {
            return false; // it is closed by now
        }
    }

    private void assertAlone() throws Exception {
        assertEquals(1, filesInFolder());
    }

    private long filesInFolder() throws IOException {
        try (var files = Files.list(folder)) {
            return files.count();
        }
    }
}
