package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

import io.github.stagerecorder.Convert;
import io.github.stagerecorder.ReadStrategy;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import io.github.stagerecorder.media.DecodedVideo;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A framebuffer with several samples per pixel is resolved, whatever the read path. */
@Timeout(60)
class MultisampleTest {
    private static final int WIDTH_PX = 320;
    private static final int HEIGHT_PX = 240;
    private static final int SAMPLES = 4;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"KERNEL, CLIENT", "KERNEL, MAPPED", "KERNEL, PINNED", "AS_READ, PERSISTENT", "VIDEOCONVERT, PERSISTENT"
    })
    void shouldRecordEveryFrameWhenTheFramebufferHasSeveralSamples(Convert convert, ReadStrategy strategy) {
        Path file = folder.resolve("stage.mp4");
        try (OffscreenSurface surface = new OffscreenSurface(WIDTH_PX, HEIGHT_PX);
                Stage stage = new Stage(surface.widthPx(), surface.heightPx())) {
            bindMultisampled();
            StageRecorder recorder = RecordedStage.everyFrame(file)
                    .size(WIDTH_PX, HEIGHT_PX)
                    .tuning(t -> t.convert(convert))
                    .tuning(t -> t.readStrategy(strategy))
                    .start();
            for (int i = 0; i < 10; i++) {
                stage.draw(i, i / 30.0);
                recorder.capture();
            }
            recorder.close();
        }
        assertEquals(
                IntStream.range(0, 10).boxed().toList(), DecodedVideo.of(file).frameNumbers());
    }

    /** An engine does the same when the user switches antialiasing on. */
    @Test
    void shouldGoOnWhenAFramebufferWithSeveralSamplesIsBoundLater() {
        Path file = folder.resolve("stage.mkv");
        try (OffscreenSurface surface = new OffscreenSurface(WIDTH_PX, HEIGHT_PX);
                Stage stage = new Stage(surface.widthPx(), surface.heightPx())) {
            StageRecorder recorder =
                    RecordedStage.everyFrame(file).size(WIDTH_PX, HEIGHT_PX).start();
            for (int i = 0; i < 10; i++) {
                if (i == 5) {
                    bindMultisampled();
                }
                stage.draw(i, i / 30.0);
                recorder.capture();
            }
            recorder.close();
        }
        assertEquals(
                IntStream.range(0, 10).boxed().toList(), DecodedVideo.of(file).frameNumbers());
    }

    private static void bindMultisampled() {
        int renderbuffer = glGenRenderbuffers();
        glBindFramebuffer(GL_FRAMEBUFFER, glGenFramebuffers());
        glBindRenderbuffer(GL_RENDERBUFFER, renderbuffer);
        glRenderbufferStorageMultisample(GL_RENDERBUFFER, SAMPLES, GL_RGBA8, WIDTH_PX, HEIGHT_PX);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, renderbuffer);
    }
}
