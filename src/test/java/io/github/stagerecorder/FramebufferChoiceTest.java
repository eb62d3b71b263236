package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedVideo;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lwjgl.opengl.GL33C;

/** The framebuffer that is asked for is recorded, whatever is bound for reading, and every binding stays. */
class FramebufferChoiceTest extends OnStage {
    private static final int FRAMES = 5;

    /** Another framebuffer object, with nothing drawn in it, of one pixel. */
    private static int other() {
        int framebuffer = GL33C.glGenFramebuffers();
        GL33C.glBindFramebuffer(GL33C.GL_READ_FRAMEBUFFER, framebuffer);
        attach(GL33C.GL_READ_FRAMEBUFFER, GL33C.GL_COLOR_ATTACHMENT0, 1, 1, 0);
        return framebuffer;
    }

    private static void attach(int target, int attachment, int widthPx, int heightPx, int samples) {
        GL33C.glBindRenderbuffer(GL33C.GL_RENDERBUFFER, GL33C.glGenRenderbuffers());
        GL33C.glRenderbufferStorageMultisample(GL33C.GL_RENDERBUFFER, samples, GL33C.GL_RGBA8, widthPx, heightPx);
        GL33C.glFramebufferRenderbuffer(
                target, attachment, GL33C.GL_RENDERBUFFER, GL33C.glGetInteger(GL33C.GL_RENDERBUFFER_BINDING));
    }

    private void assertAllRecorded(StageRecorder recorder) {
        int read = GL33C.glGetInteger(GL33C.GL_READ_FRAMEBUFFER_BINDING);
        int drawn = GL33C.glGetInteger(GL33C.GL_DRAW_FRAMEBUFFER_BINDING);
        int readBuffer = GL33C.glGetInteger(GL33C.GL_READ_BUFFER);
        for (int i = 0; i < FRAMES; i++) {
            assertEquals(CaptureResult.TAKEN, drawAndCapture(recorder, i));
            assertEquals(read, GL33C.glGetInteger(GL33C.GL_READ_FRAMEBUFFER_BINDING));
            assertEquals(drawn, GL33C.glGetInteger(GL33C.GL_DRAW_FRAMEBUFFER_BINDING));
            assertEquals(readBuffer, GL33C.glGetInteger(GL33C.GL_READ_BUFFER));
            assertEquals(GL33C.GL_NO_ERROR, GL33C.glGetError());
        }
        recorder.close();
        assertEquals(
                IntStream.range(0, FRAMES).boxed().toList(),
                DecodedVideo.of(folder.resolve("stage.mkv")).frameNumbers());
    }

    @ParameterizedTest
    @CsvSource({
        "AUTO, CLIENT",
        "KERNEL, MAPPED",
        "KERNEL, PERSISTENT",
        "AS_READ, CLIENT",
        "AS_READ, PERSISTENT",
        "VIDEOCONVERT, PINNED"
    })
    void shouldRecordWhatIsDrawnTo(Convert convert, ReadStrategy strategy) {
        DriverSupport.assume(strategy);
        other();
        assertAllRecorded(recorderTo("stage.mkv")
                .framebuffer(BoundFramebuffer.DRAW)
                .tuning(t -> t.convert(convert).readStrategy(strategy))
                .start());
    }

    /** As in a multisampled canvas, whose previous frame is bound for reading. */
    @Test
    void shouldRecordAMultisampledFramebufferThatIsDrawnTo() {
        GL33C.glBindFramebuffer(GL33C.GL_DRAW_FRAMEBUFFER, GL33C.glGenFramebuffers());
        attach(GL33C.GL_DRAW_FRAMEBUFFER, GL33C.GL_COLOR_ATTACHMENT0, WIDTH_PX, HEIGHT_PX, 4);
        assertAllRecorded(
                recorderTo("stage.mkv").framebuffer(BoundFramebuffer.DRAW).start());
    }

    @Test
    void shouldRecordTheFirstDrawBuffer() {
        int framebuffer = GL33C.glGetInteger(GL33C.GL_DRAW_FRAMEBUFFER_BINDING);
        attach(GL33C.GL_DRAW_FRAMEBUFFER, GL33C.GL_COLOR_ATTACHMENT1, WIDTH_PX, HEIGHT_PX, 0);
        GL33C.glReadBuffer(GL33C.GL_COLOR_ATTACHMENT1); // nothing is drawn there
        assertAllRecorded(recorderTo("stage.mkv").framebuffer(framebuffer).start());
    }

    @Test
    void shouldRecordAFramebufferByItsName() {
        int framebuffer = GL33C.glGetInteger(GL33C.GL_DRAW_FRAMEBUFFER_BINDING);
        other();
        assertAllRecorded(recorderTo("stage.mkv").framebuffer(framebuffer).start());
    }

    @Test
    void shouldFailTheFrameWhenTheFramebufferIsDeleted() {
        int framebuffer = GL33C.glGetInteger(GL33C.GL_DRAW_FRAMEBUFFER_BINDING);
        StageRecorder recorder =
                recorderTo("stage.mkv").framebuffer(framebuffer).start();
        drawAndCapture(recorder, 0);
        int replacement = other();
        GL33C.glBindFramebuffer(GL33C.GL_FRAMEBUFFER, replacement);
        GL33C.glDeleteFramebuffers(framebuffer);
        assertEquals(CaptureResult.FAILED, recorder.capture());
        assertEquals(GL33C.GL_NO_ERROR, GL33C.glGetError());
        assertEquals(1, recorder.stats().failures().framebuffer());
        recorder.close();
    }

    @Test
    void shouldRefuseAFramebufferThatIsNotThere() {
        var refusal = assertThrows(
                IllegalStateException.class,
                () -> recorderTo("stage.mkv").framebuffer(4711).start());
        assertTrue(refusal.getMessage().contains("4711"), refusal.getMessage());
        assertThrows(
                IllegalArgumentException.class, () -> recorderTo("stage.mkv").framebuffer(0));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "every context has a window there")
    void shouldRefuseTheWindowWhereThereIsNone() {
        assertThrows(
                IllegalStateException.class,
                () -> recorderTo("stage.mkv")
                        .framebuffer(BoundFramebuffer.WINDOW)
                        .start());
    }
}
