package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwjgl.opengl.GL33C.*;

import io.github.stagerecorder.demo.PbufferContext;
import io.github.stagerecorder.media.DecodedVideo;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Framebuffer 0 is whichever surface the context has at the capture. */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the surfaces are pbuffers of EGL")
class SurfacesTest {
    private static final int WIDTH_PX = 64;
    private static final int HEIGHT_PX = 48;

    @TempDir
    Path folder;

    private PbufferContext context;

    @BeforeEach
    void openContext() {
        context = new PbufferContext(false, 3);
    }

    @AfterEach
    void closeContext() {
        context.close();
    }

    private RecorderBuilder builder(BoundFramebuffer framebuffer) {
        return StageRecorder.builder(folder.resolve("stage.mkv"))
                .framebuffer(framebuffer)
                .timing(Timing.FRAME_BY_FRAME)
                .quality(Quality.HIGH);
    }

    /** Fills the current surface with a grey. */
    private static void fill(int grey) {
        glClearColor(grey / 255f, grey / 255f, grey / 255f, 1);
        glClear(GL_COLOR_BUFFER_BIT);
    }

    private static CaptureResult capture(StageRecorder recorder, int grey) {
        fill(grey);
        CaptureResult result = recorder.capture();
        assertEquals(GL_NO_ERROR, glGetError());
        return result;
    }

    private void assertGreys(int... greys) {
        DecodedVideo video = DecodedVideo.of(folder.resolve("stage.mkv"));
        for (int i = 0; i < greys.length; i++) {
            int shown = video.rgbAt(i, WIDTH_PX / 2, HEIGHT_PX / 2) & 0xFF;
            assertTrue(Math.abs(greys[i] - shown) < 12, shown + " instead of " + greys[i]);
        }
    }

    @ParameterizedTest
    @EnumSource(BoundFramebuffer.class)
    void shouldFollowTheContextToAnotherSurface(BoundFramebuffer framebuffer) {
        long first = context.newPbuffer(WIDTH_PX, HEIGHT_PX);
        long larger = context.newPbuffer(2 * WIDTH_PX, 2 * HEIGHT_PX);
        long otherFormat = context.newPbuffer(WIDTH_PX / 2, HEIGHT_PX / 2, 5);
        context.makeCurrent(first, first);
        StageRecorder recorder = builder(framebuffer).start();
        assertEquals(CaptureResult.TAKEN, capture(recorder, 50));
        context.makeCurrent(larger, larger);
        assertEquals(CaptureResult.TAKEN, capture(recorder, 100));
        context.makeCurrent(otherFormat, otherFormat);
        assertEquals(CaptureResult.TAKEN, capture(recorder, 150));
        context.makeCurrent(first, first);
        assertEquals(CaptureResult.TAKEN, capture(recorder, 200));
        recorder.close();
        assertGreys(50, 100, 150, 200);
    }

    /** Drawn to one surface, read from another of another size. */
    @Test
    void shouldRecordTheSurfaceThatIsReadFrom() {
        long drawn = context.newPbuffer(2 * WIDTH_PX, 2 * HEIGHT_PX);
        long read = context.newPbuffer(WIDTH_PX, HEIGHT_PX);
        context.makeCurrent(read, read);
        fill(80);
        context.makeCurrent(drawn, read);
        StageRecorder recorder = builder(BoundFramebuffer.READ).start();
        assertEquals(CaptureResult.TAKEN, capture(recorder, 200));
        recorder.close();
        assertEquals(
                WIDTH_PX, DecodedVideo.of(folder.resolve("stage.mkv")).info().widthPx());
        assertGreys(80);
    }

    @ParameterizedTest
    @EnumSource(names = {"DRAW", "WINDOW"})
    void shouldFailTheFrameWhenItIsDrawnToAnotherSurfaceThanIsReadFrom(BoundFramebuffer framebuffer) {
        long drawn = context.newPbuffer(WIDTH_PX, HEIGHT_PX);
        long read = context.newPbuffer(WIDTH_PX, HEIGHT_PX);
        context.makeCurrent(drawn, drawn);
        StageRecorder recorder = builder(framebuffer).start();
        assertEquals(CaptureResult.TAKEN, capture(recorder, 50));
        context.makeCurrent(drawn, read);
        assertEquals(CaptureResult.FAILED, capture(recorder, 100));
        context.makeCurrent(drawn, drawn);
        assertEquals(CaptureResult.TAKEN, capture(recorder, 150));
        recorder.close();
        assertEquals(1, recorder.stats().failures().framebuffer());
        assertGreys(50, 150);
    }

    /** A pbuffer of EGL has one buffer, which OpenGL names the front where it is drawn to, or the back. */
    @Test
    void shouldRecordTheWindowWhileAnotherFramebufferIsBound() {
        long surface = context.newPbuffer(WIDTH_PX, HEIGHT_PX);
        context.makeCurrent(surface, surface);
        StageRecorder recorder = builder(BoundFramebuffer.WINDOW).start();
        fill(120);
        glBindFramebuffer(GL_FRAMEBUFFER, glGenFramebuffers());
        int bound = glGetInteger(GL_READ_FRAMEBUFFER_BINDING);
        assertEquals(CaptureResult.TAKEN, recorder.capture());
        assertEquals(bound, glGetInteger(GL_READ_FRAMEBUFFER_BINDING));
        assertEquals(GL_NO_ERROR, glGetError());
        recorder.close();
        assertGreys(120);
    }

    @Test
    void shouldFailTheFrameWhileThereIsNoSurface() {
        long surface = context.newPbuffer(WIDTH_PX, HEIGHT_PX);
        context.makeCurrent(surface, surface);
        StageRecorder recorder = builder(BoundFramebuffer.READ).start();
        assertEquals(CaptureResult.TAKEN, capture(recorder, 50));
        context.makeCurrent();
        assertEquals(CaptureResult.FAILED, recorder.capture());
        context.makeCurrent(surface, surface);
        assertEquals(CaptureResult.TAKEN, capture(recorder, 100));
        recorder.close();
        assertGreys(50, 100);
    }
}
