package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.media.DecodedVideo;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.lwjgl.opengl.GL33C;

/** Misuse loses no recorded frame. Capture reports it by its result; the other methods throw IllegalStateException. */
class MisuseTest extends OnStage {

    @Test
    void shouldRefuseToStartWithoutAContext() {
        Throwable refusal = onAnotherThread(() -> recorderTo("stage.ogg").start());
        assertInstanceOf(IllegalStateException.class, refusal);
        assertTrue(refusal.getMessage().contains("no OpenGL context"), refusal.getMessage());
    }

    @Test
    void shouldFailTheCaptureOnAThreadWithoutTheContext() {
        try (StageRecorder recorder = recorderTo("stage.mkv").start()) {
            record(recorder, 2);
            assertEquals(
                    CaptureResult.FAILED,
                    CompletableFuture.supplyAsync(recorder::capture).join());
            assertEquals(1, recorder.stats().failures().context());
            assertInstanceOf(IllegalStateException.class, onAnotherThread(() -> recorder.resize(16, 16)));
            drawAndCapture(recorder, 2);
        }
        assertRecorded(0, 1, 2);
    }

    @Test
    void shouldFailTheCaptureWhenAnotherContextIsCurrent() {
        try (StageRecorder recorder = recorderTo("stage.mkv").start()) {
            record(recorder, 2);
            inAnotherContext(() -> assertEquals(CaptureResult.FAILED, recorder.capture()));
            assertEquals(1, recorder.stats().failures().context());
            drawAndCapture(recorder, 2);
        }
        assertRecorded(0, 1, 2);
    }

    @Test
    void shouldFailTheCaptureOfAnIncompleteFramebuffer() {
        try (StageRecorder recorder = recorderTo("stage.mkv").start()) {
            record(recorder, 2);
            int stageFramebuffer = GL33C.glGetInteger(GL33C.GL_FRAMEBUFFER_BINDING);
            int empty = GL33C.glGenFramebuffers();
            GL33C.glBindFramebuffer(GL33C.GL_READ_FRAMEBUFFER, empty);
            assertEquals(CaptureResult.FAILED, recorder.capture());
            assertEquals(1, recorder.stats().failures().framebuffer());
            GL33C.glBindFramebuffer(GL33C.GL_READ_FRAMEBUFFER, stageFramebuffer);
            drawAndCapture(recorder, 2);
        }
        assertRecorded(0, 1, 2);
    }

    @Test
    void shouldRefuseAFramebufferOfIntegersAtStart() {
        bindNewFramebuffer(0, GL33C.GL_RGBA8UI);
        var refusal = assertThrows(
                IllegalStateException.class, () -> recorderTo("stage.mkv").start());
        assertTrue(refusal.getMessage().contains("integers"), refusal.getMessage());
    }

    @Test
    void shouldRecordAMultisampledFramebuffer() {
        bindNewFramebuffer(4, GL33C.GL_RGBA8);
        try (StageRecorder recorder = recorderTo("stage.mkv").start()) {
            record(recorder, 3);
        }
        assertRecorded(0, 1, 2);
    }

    private static void bindNewFramebuffer(int samples, int format) {
        GL33C.glBindFramebuffer(GL33C.GL_FRAMEBUFFER, GL33C.glGenFramebuffers());
        GL33C.glBindRenderbuffer(GL33C.GL_RENDERBUFFER, GL33C.glGenRenderbuffers());
        GL33C.glRenderbufferStorageMultisample(GL33C.GL_RENDERBUFFER, samples, format, WIDTH_PX, HEIGHT_PX);
        GL33C.glFramebufferRenderbuffer(
                GL33C.GL_FRAMEBUFFER,
                GL33C.GL_COLOR_ATTACHMENT0,
                GL33C.GL_RENDERBUFFER,
                GL33C.glGetInteger(GL33C.GL_RENDERBUFFER_BINDING));
    }

    @Test
    void shouldSkipCapturesAfterClose() {
        StageRecorder recorder = recorderTo("stage.mkv").start();
        record(recorder, 2);
        recorder.close();
        assertEquals(CaptureResult.SKIPPED, recorder.capture());
        assertEquals(1, recorder.stats().skips().closed());
        StatsIdentities.checkEnded(recorder.stats(), 3);
        recorder.resize(64, 64);
        assertThrows(IllegalStateException.class, recorder::pause);
        assertRecorded(0, 1);
    }

    @Test
    void shouldRefuseTheCaptureOfAnotherTiming() {
        try (StageRecorder recorder = recorderTo("stage.mkv").start()) {
            record(recorder, 1);
            assertThrows(IllegalStateException.class, () -> recorder.capture(5));
        }
        assertRecorded(0);
    }

    @Test
    void shouldDoNothingWhenClosedTwice() {
        StageRecorder recorder = recorderTo("stage.mkv").start();
        record(recorder, 1);
        recorder.close();
        recorder.close();
        assertRecorded(0);
    }

    @Test
    void shouldGoOnAtTheOldSizeWhenAResizeIsRefused() {
        try (StageRecorder recorder = recorderTo("stage.mkv").start()) {
            record(recorder, 1);
            assertThrows(IllegalArgumentException.class, () -> recorder.resize(-1, 0));
            assertThrows(IllegalArgumentException.class, () -> recorder.resize(WIDTH_PX + 1, HEIGHT_PX));
            drawAndCapture(recorder, 1);
        }
        assertRecorded(0, 1);
    }

    /** It would have to wait for a slot, and without the context it cannot see what the GPU has read. */
    @Test
    void shouldFailTheCaptureAtOnceWhenItWouldWaitWithoutTheContext() {
        RecorderBuilder builder = recorderWith("identity sleep-time=200000 ! fakesink");
        try (StageRecorder recorder = builder.start()) {
            record(recorder, 8);
            long beforeNs = System.nanoTime();
            CompletableFuture.runAsync(() -> {
                        for (int i = 0; i < 20; i++) {
                            recorder.capture();
                        }
                    })
                    .join();
            assertTrue(System.nanoTime() - beforeNs < 5_000_000_000L, "the captures waited");
            assertTrue(recorder.stats().failures().context() > 0, recorder.stats()::toString);
            assertEquals(0, recorder.stats().failures().recording());
        }
    }

    private static void inAnotherContext(Runnable body) {
        CurrentContext context = CurrentContext.now();
        try (OffscreenSurface other = new OffscreenSurface(64, 64)) {
            assertEquals(64, other.widthPx());
            body.run();
        }
        context.make();
    }

    private void assertRecorded(Integer... frameNumbers) {
        assertEquals(
                List.of(frameNumbers),
                DecodedVideo.of(folder.resolve("stage.mkv")).frameNumbers());
    }

    private static Throwable onAnotherThread(Runnable body) {
        CompletableFuture<Void> done = CompletableFuture.runAsync(body);
        return assertThrows(CompletionException.class, done::join).getCause();
    }
}
