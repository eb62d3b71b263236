package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwjgl.opengl.GL33C.GL_COLOR_ATTACHMENT0;
import static org.lwjgl.opengl.GL33C.GL_FRAMEBUFFER;
import static org.lwjgl.opengl.GL33C.GL_RENDERBUFFER;
import static org.lwjgl.opengl.GL33C.GL_RGBA8;
import static org.lwjgl.opengl.GL33C.glBindFramebuffer;
import static org.lwjgl.opengl.GL33C.glBindRenderbuffer;
import static org.lwjgl.opengl.GL33C.glFramebufferRenderbuffer;
import static org.lwjgl.opengl.GL33C.glGenFramebuffers;
import static org.lwjgl.opengl.GL33C.glGenRenderbuffers;
import static org.lwjgl.opengl.GL33C.glRenderbufferStorageMultisample;

import com.sun.management.ThreadMXBean;
import io.github.stagerecorder.Convert;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import io.github.stagerecorder.media.DecodedVideo;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stage that draws into two framebuffers by turns is read by one and the same source, and allocates nothing. */
@Timeout(60)
class PingPongTest {
    private static final int WIDTH_PX = 320;
    private static final int HEIGHT_PX = 240;
    private static final int FIRST = 60; // beside these, the ways to read are tried
    private static final int FRAMES = 72;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"AS_READ, 0", "AS_READ, 4", "KERNEL, 0", "KERNEL, 4"})
    void shouldMakeNoGlObjectWhenFramebuffersTakeTurns(Convert convert, int samples) {
        Path file = folder.resolve("stage.mkv");
        try (OffscreenSurface surface = new OffscreenSurface(WIDTH_PX, HEIGHT_PX);
                Stage stage = new Stage(surface.widthPx(), surface.heightPx())) {
            int[] pair = {newFramebuffer(samples), newFramebuffer(samples)};
            StageRecorder recorder = RecordedStage.everyFrame(file)
                    .size(WIDTH_PX, HEIGHT_PX)
                    .tuning(t -> t.convert(convert))
                    .start();
            draw(stage, recorder, pair, 0, FIRST);
            Set<GlObjects.Named> made = GlObjects.label();
            assertFalse(made.isEmpty());
            draw(stage, recorder, pair, FIRST, FRAMES);
            assertEquals(made, GlObjects.labelled());
            assertEquals(made, GlObjects.all());
            recorder.close();
        }
        assertEquals(
                IntStream.range(0, FRAMES).boxed().toList(),
                DecodedVideo.of(file).frameNumbers());
    }

    @Test
    void shouldAllocateNothingWhenFramebuffersTakeTurns() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (OffscreenSurface surface = new OffscreenSurface(WIDTH_PX, HEIGHT_PX)) {
            int[] pair = {newFramebuffer(0), newFramebuffer(0)};
            StageRecorder recorder = RecordedStage.everyFrame(folder.resolve("stage.mkv"))
                    .size(surface.widthPx(), surface.heightPx())
                    .start();
            capture(recorder, pair, 100); // the first ones also load classes
            long beforeBytes = threads.getCurrentThreadAllocatedBytes();
            capture(recorder, pair, 1000);
            long frameBytes = (threads.getCurrentThreadAllocatedBytes() - beforeBytes) / 1000;
            recorder.close();
            assertTrue(frameBytes < 16, frameBytes + " bytes for a frame"); // 16: the smallest object
        }
    }

    private static void capture(StageRecorder recorder, int[] pair, int frames) {
        for (int i = 0; i < frames; i++) {
            glBindFramebuffer(GL_FRAMEBUFFER, pair[i % 2]);
            recorder.capture();
        }
    }

    private static void draw(Stage stage, StageRecorder recorder, int[] pair, int first, int end) {
        for (int i = first; i < end; i++) {
            glBindFramebuffer(GL_FRAMEBUFFER, pair[i % 2]);
            stage.draw(i, i / 30.0);
            recorder.capture();
        }
    }

    private static int newFramebuffer(int samples) {
        int framebuffer = glGenFramebuffers();
        int renderbuffer = glGenRenderbuffers();
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
        glBindRenderbuffer(GL_RENDERBUFFER, renderbuffer);
        glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples, GL_RGBA8, WIDTH_PX, HEIGHT_PX);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, renderbuffer);
        return framebuffer;
    }
}
