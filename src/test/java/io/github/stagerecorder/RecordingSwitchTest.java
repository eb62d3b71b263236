package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedPicture;
import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.RgbPicture;
import io.github.stagerecorder.recording.GlPicture;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key starts and stops recordings, each into a file of its own. */
class RecordingSwitchTest extends OnSwitch {
    @Test
    void shouldRecordEveryFrameFromTheFirstToTheStop() {
        try (RecordingSwitch recording = switchInto(folder).create()) {
            paint(recording, 3);
            assertFalse(recording.isRecording());
            assertTrue(recording.toggle());
            paintUntil(recording, () -> !told.started.isEmpty());
            paint(recording, 20);
            int last = painted - 1;
            assertFalse(recording.toggle());
            paint(recording, 3);
            paintUntil(recording, () -> !told.ended.isEmpty());
            assertEquals(Outcome.Status.COMPLETE, told.ended.get(0).status());
            List<Integer> numbers = assertGapless(told.started.get(0).path());
            assertEquals(last, numbers.get(numbers.size() - 1));
            assertEquals(numbers.get(0) - 3, recording.missedFrames());
        }
        assertEquals(List.of(told.started.get(0).path()), files(folder));
    }

    @Test
    void shouldBeNamedByDateAndTimeWithTheExtension() {
        try (RecordingSwitch recording = switchInto(folder).create()) {
            startAndAwait(recording);
            paint(recording, 2);
        }
        String name = files(folder).get(0).getFileName().toString();
        assertTrue(name.matches("\\d{4}-\\d\\d-\\d\\d_\\d\\d-\\d\\d-\\d\\d\\.mkv"), name);
    }

    @Test
    void shouldBeginANewFileWhileTheLastIsBeingCompleted() {
        try (RecordingSwitch recording = switchInto(folder).create()) {
            for (int i = 0; i < 4; i++) {
                startAndAwait(recording);
                paint(recording, 5);
                recording.stop();
            }
        }
        assertEquals(4, files(folder).size());
        files(folder).forEach(OnSwitch::assertGapless);
        assertEquals(List.of(), told.kinds());
    }

    @Test
    void shouldLeaveNoFileAndTellWhenStoppedBeforeTheEncoderIsOpen() {
        try (RecordingSwitch recording = switchInto(folder).create()) {
            recording.start();
            paint(recording, 1);
            recording.stop();
            assertFalse(recording.isRecording());
            await(() -> !told.failures.isEmpty());
            paint(recording, 3);
        }
        assertEquals(List.of(FailureKind.NO_FRAMES), told.kinds());
        assertEquals(List.of(), files(folder));
    }

    @Test
    void shouldTellWhenThereIsNeverAFrame() {
        RecordingSwitch recording = switchInto(folder).create();
        recording.start();
        recording.close();
        await(() -> !told.failures.isEmpty());
        assertEquals(List.of(FailureKind.NO_FRAMES), told.kinds());
        assertEquals(List.of(), files(folder));
    }

    /** As when the window is hidden, or the loop has ended. */
    @Test
    void shouldCompleteTheFileWhenNoFrameComesAfterTheStop() {
        try (RecordingSwitch recording = switchInto(folder).create()) {
            startAndAwait(recording);
            paint(recording, 5);
            recording.stop();
            await(() -> !told.ended.isEmpty());
        }
        assertGapless(files(folder).get(0));
    }

    @Test
    void shouldCompleteTheFileInClose() {
        RecordingSwitch recording = switchInto(folder).create();
        startAndAwait(recording);
        paint(recording, 5);
        recording.close();
        assertGapless(files(folder).get(0));
        recording.close();
        recording.start();
        recording.toggle();
        recording.frame();
        assertFalse(recording.isRecording());
        assertEquals(1, files(folder).size());
    }

    @Test
    void shouldRecordTheNewSizeWhenTheStageIsResizedBeforeAndAfterTheStart() {
        try (RecordingSwitch recording = switchInto(folder).create()) {
            paint(recording, 2);
            recording.start();
            paint(recording, 1);
            resize(400, 200);
            paintUntil(recording, () -> !told.started.isEmpty());
            assertEquals(400, told.started.get(0).widthPx());
            paint(recording, 5);
            resize(200, 400);
            paint(recording, 5);
        }
        DecodedVideo video = DecodedVideo.of(files(folder).get(0));
        assertEquals("400x200", video.info().widthPx() + "x" + video.info().heightPx());
        assertTrue(video.frameNumbers().size() >= 10);
    }

    private void resize(int widthPx, int heightPx) {
        surface.resize(widthPx, heightPx);
        stage.resize(widthPx, heightPx);
    }

    @Test
    void shouldWriteASnapshotWhetherItRecordsOrNot() {
        try (RecordingSwitch recording = switchInto(folder).create()) {
            assertSnapshot(recording, folder.resolve("off.png"));
            startAndAwait(recording);
            assertSnapshot(recording, folder.resolve("on.png"));
            CompletableFuture<Path> first = recording.snapshot();
            CompletableFuture<Path> second = recording.snapshot();
            paintUntil(recording, () -> first.isDone() && second.isDone());
            assertTrue(Files.exists(first.join()) && Files.exists(second.join()));
            assertFalse(first.join().equals(second.join()));
        }
        assertEquals(5, files(folder).size());
    }

    private void assertSnapshot(RecordingSwitch recording, Path file) {
        CompletableFuture<Path> snapshot = recording.snapshot(file);
        paintUntil(recording, snapshot::isDone);
        stage.draw(painted, painted / 30.0);
        CompletableFuture<Path> again = recording.snapshot(file.resolveSibling("exact.png"));
        recording.frame();
        RgbPicture expected = GlPicture.read(0, 0, WIDTH_PX, HEIGHT_PX);
        again.join();
        RgbPicture decoded = DecodedPicture.of(again.join(), WIDTH_PX, HEIGHT_PX);
        assertEquals(expected.pixels(), decoded.pixels());
        assertTrue(again.join().toFile().delete());
        painted++;
    }

    @Test
    void shouldHaveWrittenTheSnapshotsWhenItIsClosed() {
        RecordingSwitch recording = switchInto(folder).create();
        CompletableFuture<Path> first = recording.snapshot();
        paintUntil(recording, first::isDone); // GStreamer is loaded
        for (int i = 0; i < 5; i++) {
            recording.snapshot();
            paint(recording);
        }
        recording.close();
        assertEquals(6, files(folder).size());
    }

    @Test
    void shouldRefuseASnapshotThatNoFrameAnswers() {
        RecordingSwitch recording = switchInto(folder).create();
        CompletableFuture<Path> snapshot = recording.snapshot();
        recording.close();
        CompletionException refusal = assertThrows(CompletionException.class, snapshot::join);
        assertEquals(FailureKind.NO_FRAMES, ((RecordingException) refusal.getCause()).kind());
    }

    @Test
    void shouldMakeTheFolderOrRefuseIt() throws Exception {
        Path deep = folder.resolve("a/b c/größe");
        switchInto(deep).create().close();
        assertTrue(Files.isDirectory(deep));
        Path file = Files.createFile(folder.resolve("file"));
        RecordingException refusal = assertThrows(RecordingException.class, switchInto(file.resolve("clips"))::create);
        assertEquals(FailureKind.OUTPUT, refusal.kind());
        refusal = assertThrows(RecordingException.class, switchInto(file)::create);
        assertTrue(refusal.getMessage().endsWith(": something else has its name"), refusal.getMessage());
        String nowhere = OS.WINDOWS.isCurrentOs() ? "Q:clips" : "/proc/self/clips";
        assertThrows(RecordingException.class, switchInto(Path.of(nowhere))::create);
    }

    @Test
    void shouldRefuseAFolderInAnArchiveAndMakeNoneThere() throws Exception {
        try (FileSystem archive = FileSystems.newFileSystem(folder.resolve("archive.zip"), Map.of("create", "true"))) {
            Path clips = archive.getPath("/clips/today");
            RecordingException refusal = assertThrows(RecordingException.class, RecordingSwitch.into(clips)::create);
            assertEquals(FailureKind.OUTPUT, refusal.kind());
            assertFalse(Files.exists(archive.getPath("/clips")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"avi", "", "../x.mkv", "mkv/x", "x/.mkv"})
    void shouldRefuseAnUnknownFormatAtOnce(String format) {
        assertThrows(IllegalArgumentException.class, switchInto(folder).format(format)::create);
    }

    @Test
    void shouldRefuseOptionsThatDoNotFit() {
        assertThrows(
                IllegalArgumentException.class,
                () -> RecordingSwitch.into(folder)
                        .options(o -> o.timing(Timing.CALLER))
                        .create());
        assertThrows(
                IllegalArgumentException.class,
                () -> RecordingSwitch.into(folder)
                        .options(o -> o.size(320, 240).tiled(true))
                        .create());
        assertThrows(
                IllegalArgumentException.class,
                () -> RecordingSwitch.into(folder).options(o -> o.frameRate(0)).create());
        assertThrows(
                IllegalArgumentException.class,
                () -> RecordingSwitch.into(folder)
                        .format("mp4")
                        .options(o -> o.audio(48_000, 8, SampleFormat.S16))
                        .create());
        assertEquals(List.of(), files(folder));
    }
}
