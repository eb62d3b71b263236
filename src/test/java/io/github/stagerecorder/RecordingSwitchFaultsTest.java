package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lwjgl.opengl.GL33C;

/** What prevents a recording turns the switch off, is told once, and never reaches the render loop. */
class RecordingSwitchFaultsTest extends OnSwitch {
    private static final int SMALL_DISK_BYTES = 1 << 20;

    private void assertRefusedAtEachStart(RecordingSwitch recording, FailureKind kind) {
        for (int times = 1; times <= 2; times++) {
            recording.start();
            paintUntil(recording, () -> !recording.isRecording());
            int toldTimes = times;
            paintUntil(recording, () -> told.failures.size() == toldTimes);
            paint(recording, 5);
            assertEquals(times, told.failures.size());
            assertEquals(kind, told.failures.get(0).kind());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nosuchencoder ! matroskamux", "x264enc ! ! matroskamux", "theoraenc ! mp4mux"})
    void shouldRefuseWhatCannotBeOpened(String pipeline) {
        try (RecordingSwitch recording = switchInto(folder)
                .options(o -> o.pipeline(pipeline).listener(told, Runnable::run))
                .create()) {
            recording.start();
            paintUntil(recording, () -> !recording.isRecording());
            paintUntil(recording, () -> !told.failures.isEmpty());
            recording.start();
            paintUntil(recording, () -> told.failures.size() == 2);
            paint(recording, 5);
            assertEquals(2, told.failures.size());
        }
        assertEquals(List.of(), files(folder));
    }

    /** The remedy is one that a user of a switch has. */
    @Test
    void shouldTellToLeaveOutASinkOfItsOwn() {
        try (RecordingSwitch recording = switchInto(folder)
                .options(o -> o.pipeline("x264enc ! matroskamux ! fakesink").listener(told, Runnable::run))
                .create()) {
            recording.start();
            paintUntil(recording, () -> !told.failures.isEmpty());
        }
        String words = told.failures.get(0).getMessage();
        assertTrue(words.contains("leave that sink out"), words);
    }

    @Test
    void shouldRefuseAFolderThatVanishedAndGoOnWhenItIsBack() throws Exception {
        Path clips = folder.resolve("clips");
        try (RecordingSwitch recording = switchInto(clips).create()) {
            paint(recording, 2);
            await(() -> isDeleted(clips));
            assertRefusedAtEachStart(recording, FailureKind.OUTPUT);
            Files.createDirectory(clips);
            startAndAwait(recording);
            paint(recording, 5);
        }
        assertGapless(files(clips).get(0));
    }

    /** A preparation in the background tries a name in the folder, and removes that again. */
    private static boolean isDeleted(Path clips) {
        try {
            Files.delete(clips);
            return true;
        } catch (DirectoryNotEmptyException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A preparation goes on in the background for a while. */
    @Test
    @DisabledOnOs(value = OS.MAC, disabledReason = "its watch service polls every ten seconds")
    void shouldWriteNothingIntoTheFolderAfterTheEnd() throws Exception {
        Path clips = folder.resolve("clips");
        for (int round = 0; round < 10; round++) {
            RecordingSwitch recording = switchInto(clips).create();
            paint(recording, 1 + round % 3);
            recording.close();
            assertEquals(List.of(), files(clips));
            try (WatchService watch = folder.getFileSystem().newWatchService()) {
                clips.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
                assertNull(watch.poll(200, TimeUnit.MILLISECONDS));
            }
        }
    }

    @Test
    void shouldRefuseABudgetThatIsTooSmall() {
        try (RecordingSwitch recording = switchInto(folder)
                .options(o -> o.memoryBudget(100_000).listener(told, Runnable::run))
                .create()) {
            assertRefusedAtEachStart(recording, FailureKind.STAGE);
            assertTrue(told.failures.get(0).getMessage().contains("100000"), () -> told.failures.toString());
        }
    }

    @Test
    void shouldRefuseAFramebufferThatCannotBeRead() {
        GL33C.glBindFramebuffer(GL33C.GL_READ_FRAMEBUFFER, GL33C.glGenFramebuffers());
        try (RecordingSwitch recording = switchInto(folder).create()) {
            assertRefusedAtEachStart(recording, FailureKind.STAGE);
        }
        assertEquals(GL33C.GL_NO_ERROR, GL33C.glGetError());
    }

    @Test
    void shouldTurnOffWhenTheEncoderFailsAndTryAgainAtTheNextStart() {
        try (RecordingSwitch recording = switchInto(folder)
                .options(o -> o.timing(Timing.FRAME_BY_FRAME)
                        .pipeline("identity error-after=10 ! x264enc tune=zerolatency ! matroskamux")
                        .listener(told, Runnable::run))
                .create()) {
            for (int times = 1; times <= 2; times++) {
                startAndAwait(recording);
                paintUntil(recording, () -> !recording.isRecording());
                int toldTimes = times;
                paintUntil(recording, () -> told.ended.size() == toldTimes);
                assertEquals(FailureKind.STREAM, told.failures.get(times - 1).kind());
            }
            paint(recording, 5);
            assertEquals(2, told.failures.size());
        }
    }

    @Test
    void shouldNotReplaceAFileThatAnotherProgramMakesMeanwhile() throws Exception {
        byte[] other = "of another program".getBytes();
        try (RecordingSwitch recording = switchInto(folder).create()) {
            recording.start();
            Path markers = folder.resolve(".stagerecorder-names");
            paintUntil(
                    recording,
                    () -> Files.isDirectory(markers) && markers.toFile().list().length == 1);
            Path file = folder.resolve(markers.toFile().list()[0]);
            Files.write(file, other);
            paintUntil(recording, () -> !recording.isRecording());
            paintUntil(recording, () -> !told.failures.isEmpty());
            assertEquals(FailureKind.OUTPUT, told.failures.get(0).kind());
            assertArrayEquals(other, Files.readAllBytes(file));
        }
        assertEquals(1, files(folder).size());
    }

    /** Listener and log tell it once, the file is complete, and the switch records again once there is room. */
    @Test
    void shouldEndWithACompleteFileOnASmallDiskThatRunsFull() throws Exception {
        try (SmallDisk disk = SmallDisk.of(SMALL_DISK_BYTES, Files.createDirectory(folder.resolve("disk")));
                LoggedLines log = new LoggedLines();
                RecordingSwitch recording = switchInto(disk.folder()).create()) {
            startAndAwait(recording);
            paintUntil(recording, () -> !recording.isRecording());
            paintUntil(recording, () -> !told.ended.isEmpty());
            assertEquals(List.of(FailureKind.OUTPUT), told.kinds());
            assertEquals(Outcome.Status.TRUNCATED, told.ended.get(0).status());
            Path file = told.started.get(0).path();
            assertEquals(0, assertGapless(file).get(0) - recording.missedFrames());
            assertEquals(1, log.countOf("recording failed"), () -> "" + log.all());
            Files.delete(file);
            startAndAwait(recording);
            paint(recording, 3);
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows lets nobody remove a file that is written")
    void shouldTellWhenTheFileIsRemoved() throws Exception {
        try (RecordingSwitch recording = switchInto(folder).create()) {
            startAndAwait(recording);
            paintUntil(recording, () -> Files.exists(told.started.get(0).path()));
            Files.delete(told.started.get(0).path());
            paint(recording, 5);
            recording.stop();
            paintUntil(recording, () -> !told.ended.isEmpty());
            assertEquals(Outcome.Status.FAILED, told.ended.get(0).status());
        }
        assertEquals(List.of(), files(folder));
    }

    @Test
    void shouldDoNothingWhenItIsToldTwice() {
        try (RecordingSwitch recording = switchInto(folder).create()) {
            recording.stop();
            startAndAwait(recording);
            recording.start();
            paint(recording, 3);
            recording.stop();
            recording.stop();
            assertFalse(recording.isRecording());
        }
        assertEquals(1, files(folder).size());
        assertEquals(List.of(), told.kinds());
    }

    @Test
    void shouldCloseFromInsideAFrame() {
        RecordingSwitch recording = switchInto(folder)
                .options(o -> o.timing(Timing.FRAME_BY_FRAME).listener(told, Runnable::run))
                .create();
        startAndAwait(recording);
        paint(recording, 3);
        recording.snapshot().whenComplete((file, failure) -> recording.close());
        paintUntil(recording, () -> !told.ended.isEmpty());
        assertFalse(recording.isRecording());
        recording.close();
        assertEquals(2, files(folder).size());
    }
}
