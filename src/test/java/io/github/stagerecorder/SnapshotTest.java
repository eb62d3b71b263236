package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedPicture;
import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.RgbPicture;
import io.github.stagerecorder.recording.GlPicture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lwjgl.opengl.GL33C;

/** A snapshot is the next frame, bit for bit. It is whole or not there, and never disturbs the recording. */
class SnapshotTest extends OnStage {
    private static final byte[] OLD = "an older picture".getBytes();

    private Path shot() {
        return folder.resolve("shot.png");
    }

    private static void assertShows(RgbPicture expected, Path file) {
        RgbPicture decoded = DecodedPicture.of(file, expected.widthPx(), expected.heightPx());
        assertArrayEquals(expected.pixels().array(), decoded.pixels().array());
    }

    private static Throwable failure(CompletableFuture<Path> snapshot) {
        return assertThrows(CompletionException.class, snapshot::join).getCause();
    }

    private static FailureKind refusal(CompletableFuture<Path> snapshot) {
        return assertInstanceOf(RecordingException.class, failure(snapshot)).kind();
    }

    @Test
    void shouldWriteTheNextFrameAndRecordEveryFrame() {
        try (StageRecorder recorder = recorderTo("stage.mkv").start()) {
            record(recorder, 3);
            CompletableFuture<Path> snapshot = recorder.snapshot(shot());
            assertFalse(snapshot.isDone());
            drawAndCapture(recorder, 3);
            RgbPicture expected = GlPicture.read(0, 0, WIDTH_PX, HEIGHT_PX);
            drawAndCapture(recorder, 4);
            assertEquals(shot(), snapshot.join());
            assertShows(expected, shot());
        }
        assertEquals(
                List.of(0, 1, 2, 3, 4),
                DecodedVideo.of(folder.resolve("stage.mkv")).frameNumbers());
        assertEquals(2, folder.toFile().list().length);
    }

    @ParameterizedTest
    @CsvSource({"0,0,320,240", "7,3,201,111", "319,239,1,1", "0,5,3,200"})
    void shouldShowTheRectangleThatIsRecorded(int xPx, int yPx, int widthPx, int heightPx) {
        try (StageRecorder recorder = StageRecorder.builder()
                .pipeline("fakesink")
                .size(widthPx, heightPx)
                .corner(xPx, yPx)
                .start()) {
            CompletableFuture<Path> snapshot = recorder.snapshot(shot());
            drawAndCapture(recorder, 5);
            snapshot.join();
            assertShows(GlPicture.read(xPx, yPx, widthPx, heightPx), shot());
        }
    }

    /** The driver's own order of channels, values that are no bytes, and sRGB. */
    @ParameterizedTest
    @ValueSource(ints = {GL33C.GL_RGBA8, GL33C.GL_RGB8, GL33C.GL_RGB10_A2, GL33C.GL_RGBA16F, GL33C.GL_SRGB8_ALPHA8})
    void shouldShowWhatGlReadsWhateverTheFormat(int format) {
        bind(GL33C.GL_FRAMEBUFFER, format, 0);
        try (StageRecorder recorder = recorderWith("fakesink").start()) {
            CompletableFuture<Path> snapshot = recorder.snapshot(shot());
            drawAndCapture(recorder, 6);
            snapshot.join();
            assertShows(GlPicture.read(0, 0, WIDTH_PX, HEIGHT_PX), shot());
        }
    }

    private static int bind(int target, int format, int samples) {
        int framebuffer = GL33C.glGenFramebuffers();
        GL33C.glBindFramebuffer(target, framebuffer);
        GL33C.glBindRenderbuffer(GL33C.GL_RENDERBUFFER, GL33C.glGenRenderbuffers());
        GL33C.glRenderbufferStorageMultisample(GL33C.GL_RENDERBUFFER, samples, format, WIDTH_PX, HEIGHT_PX);
        GL33C.glFramebufferRenderbuffer(
                target,
                GL33C.GL_COLOR_ATTACHMENT0,
                GL33C.GL_RENDERBUFFER,
                GL33C.glGetInteger(GL33C.GL_RENDERBUFFER_BINDING));
        return framebuffer;
    }

    @Test
    void shouldShowAMultisampledFramebufferThatIsDrawnTo() {
        int drawn = bind(GL33C.GL_DRAW_FRAMEBUFFER, GL33C.GL_RGBA8, 4);
        try (StageRecorder recorder =
                recorderWith("fakesink").framebuffer(BoundFramebuffer.DRAW).start()) {
            CompletableFuture<Path> snapshot = recorder.snapshot(shot());
            drawAndCapture(recorder, 7);
            snapshot.join();
        }
        bind(GL33C.GL_DRAW_FRAMEBUFFER, GL33C.GL_RGBA8, 0);
        GL33C.glBindFramebuffer(GL33C.GL_READ_FRAMEBUFFER, drawn);
        GL33C.glBlitFramebuffer(
                0, 0, WIDTH_PX, HEIGHT_PX, 0, 0, WIDTH_PX, HEIGHT_PX, GL33C.GL_COLOR_BUFFER_BIT, GL33C.GL_NEAREST);
        GL33C.glBindFramebuffer(GL33C.GL_READ_FRAMEBUFFER, GL33C.glGetInteger(GL33C.GL_DRAW_FRAMEBUFFER_BINDING));
        assertShows(GlPicture.read(0, 0, WIDTH_PX, HEIGHT_PX), shot());
    }

    @Test
    void shouldHaveTheNewSizeWhenTheFramebufferIsResized() {
        try (StageRecorder recorder = StageRecorder.builder(folder.resolve("stage.mkv"))
                .timing(Timing.FRAME_BY_FRAME)
                .start()) {
            record(recorder, 2);
            surface.resize(401, 33);
            stage.resize(401, 33);
            CompletableFuture<Path> snapshot = recorder.snapshot(shot());
            drawAndCapture(recorder, 2);
            snapshot.join();
            assertShows(GlPicture.read(0, 0, 401, 33), shot());
        }
    }

    @Test
    void shouldLeaveGlAsItWas() {
        GL33C.glPixelStorei(GL33C.GL_PACK_ALIGNMENT, 1);
        GL33C.glPixelStorei(GL33C.GL_PACK_ROW_LENGTH, 1000);
        GL33C.glBindBuffer(GL33C.GL_PIXEL_PACK_BUFFER, GL33C.glGenBuffers());
        int buffer = GL33C.glGetInteger(GL33C.GL_PIXEL_PACK_BUFFER_BINDING);
        try (StageRecorder recorder = recorderWith("fakesink").start()) {
            CompletableFuture<Path> snapshot = recorder.snapshot(shot());
            drawAndCapture(recorder, 8);
            assertEquals(1, GL33C.glGetInteger(GL33C.GL_PACK_ALIGNMENT));
            assertEquals(1000, GL33C.glGetInteger(GL33C.GL_PACK_ROW_LENGTH));
            assertEquals(buffer, GL33C.glGetInteger(GL33C.GL_PIXEL_PACK_BUFFER_BINDING));
            assertEquals(GL33C.GL_NO_ERROR, GL33C.glGetError());
            GL33C.glBindBuffer(GL33C.GL_PIXEL_PACK_BUFFER, 0);
            GL33C.glPixelStorei(GL33C.GL_PACK_ROW_LENGTH, 0);
            snapshot.join();
            assertShows(GlPicture.read(0, 0, WIDTH_PX, HEIGHT_PX), shot());
        }
    }

    @Test
    void shouldBeWrittenWhileTheRecordingIsPaused() {
        try (StageRecorder recorder = recorderTo("stage.mkv").start()) {
            record(recorder, 1);
            recorder.pause();
            CompletableFuture<Path> snapshot = recorder.snapshot(shot());
            assertEquals(CaptureResult.SKIPPED, drawAndCapture(recorder, 9));
            snapshot.join();
            assertShows(GlPicture.read(0, 0, WIDTH_PX, HEIGHT_PX), shot());
        }
    }

    @Test
    void shouldAnswerAllRequestsWithOneFrame() {
        try (StageRecorder recorder = recorderWith("fakesink").start()) {
            List<CompletableFuture<Path>> snapshots = IntStream.range(0, 5)
                    .mapToObj(i -> recorder.snapshot(folder.resolve(i + ".png")))
                    .toList();
            drawAndCapture(recorder, 10);
            RgbPicture expected = GlPicture.read(0, 0, WIDTH_PX, HEIGHT_PX);
            drawAndCapture(recorder, 11);
            snapshots.forEach(snapshot -> assertShows(expected, snapshot.join()));
        }
    }

    @Test
    void shouldReplaceAFileOnlyWhenAsked() throws Exception {
        Files.write(shot(), OLD);
        try (StageRecorder recorder = recorderTo("stage.mkv").start()) {
            CompletableFuture<Path> snapshot = recorder.snapshot(shot());
            drawAndCapture(recorder, 0);
            assertEquals(FailureKind.OUTPUT, refusal(snapshot));
            assertArrayEquals(OLD, Files.readAllBytes(shot()));
        }
        try (StageRecorder recorder = recorderTo("stage.mkv").overwrite(true).start()) {
            CompletableFuture<Path> snapshot = recorder.snapshot(shot());
            drawAndCapture(recorder, 0);
            snapshot.join();
            assertShows(GlPicture.read(0, 0, WIDTH_PX, HEIGHT_PX), shot());
        }
    }

    @Test
    void shouldRefuseAFolderThatDoesNotExist() {
        try (StageRecorder recorder = recorderTo("stage.mkv").start()) {
            CompletableFuture<Path> snapshot = recorder.snapshot(folder.resolve("none/shot.png"));
            assertEquals(CaptureResult.TAKEN, drawAndCapture(recorder, 0));
            assertEquals(FailureKind.OUTPUT, refusal(snapshot));
        }
    }

    @Test
    void shouldRefuseWhatNoFrameAnswers() {
        StageRecorder recorder = recorderTo("stage.mkv").start();
        record(recorder, 1);
        CompletableFuture<Path> before = recorder.snapshot(shot());
        recorder.close();
        assertEquals(FailureKind.NO_FRAMES, refusal(before));
        CompletableFuture<Path> after = recorder.snapshot(shot());
        recorder.capture();
        assertEquals(FailureKind.NO_FRAMES, refusal(after));
        assertFalse(Files.exists(shot()));
    }

    @Test
    void shouldRefuseAFrameAboveTheMemoryBudget() {
        try (StageRecorder recorder = StageRecorder.builder(folder.resolve("stage.mkv"))
                .memoryBudget(60L * WIDTH_PX * HEIGHT_PX)
                .start()) {
            surface.resize(2000, 2000);
            CompletableFuture<Path> snapshot = recorder.snapshot(shot());
            recorder.capture();
            RecordingException refusal = assertInstanceOf(RecordingException.class, failure(snapshot));
            assertEquals(FailureKind.MEMORY, refusal.kind());
            assertTrue(refusal.getMessage().contains(String.valueOf(60L * WIDTH_PX * HEIGHT_PX)), refusal::getMessage);
        } catch (RecordingException e) {
            assertEquals(FailureKind.NO_FRAMES, e.kind());
        }
    }

    @Test
    void shouldRefuseFramesInTiles() {
        try (StageRecorder recorder = recorderWith("fakesink").tiled(true).start()) {
            assertThrows(IllegalStateException.class, () -> recorder.snapshot(shot()));
            recorder.beginFrame();
            recorder.tile(0, 0, WIDTH_PX, HEIGHT_PX);
            recorder.endFrame();
        }
    }

    @Test
    void shouldRefuseTheRootAsAFolderAndNullAtOnce() {
        try (StageRecorder recorder = recorderWith("fakesink").start()) {
            CompletableFuture<Path> snapshot = recorder.snapshot(folder.getRoot());
            drawAndCapture(recorder, 0);
            assertEquals(FailureKind.OUTPUT, refusal(snapshot));
            assertThrows(NullPointerException.class, () -> recorder.snapshot(null));
        }
        try (RecordingSwitch recording = RecordingSwitch.into(folder).create()) {
            assertThrows(NullPointerException.class, () -> recording.snapshot(null));
        }
    }
}
