package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwjgl.opengl.GL33C.*;

import io.github.stagerecorder.demo.PbufferContext;
import io.github.stagerecorder.media.DecodedVideo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A framebuffer that the driver refuses to read is refused at the start, or read from a copy. */
@Timeout(120)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the driver is preloaded by LD_PRELOAD")
class RefusedReadTest {
    private static final int GREEN = 0x00FF00;

    private static final Map<String, Integer> FORMATS =
            Map.of("RGBA8_SNORM", GL_RGBA8_SNORM, "RGBA16_SNORM", GL_RGBA16_SNORM, "RGBA16F", GL_RGBA16F);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = ReadStrategy.class,
            names = {"CLIENT", "MAPPED", "PERSISTENT"})
    void shouldRefuseTheStartAndLaterOnlyTheFrames(ReadStrategy strategy) throws Exception {
        Path file = folder.resolve("stage.mkv");
        String printed = HeldDriver.run(RefusedRead.class, file.toString(), strategy.name());
        assertTrue(printed.contains("refused: the driver refuses to read this framebuffer"), printed);
        assertTrue(printed.contains("first TAKEN") && printed.contains("last TAKEN"), printed);
        assertTrue(printed.contains("delivered 2"), printed);
        assertEquals(List.of(0, 2), DecodedVideo.of(file).frameNumbers());
    }

    /**
     * OpenGL ES reads signed values neither as bytes nor as floats, and resolves them only into their own format. It
     * reads floats as such, sixteen bytes a pixel.
     */
    @ParameterizedTest
    @CsvSource({
        "true, RGBA8_SNORM, 0", "true, RGBA8_SNORM, 4", "true, RGBA16_SNORM, 0", "true, RGBA16_SNORM, 4",
        "false, RGBA8_SNORM, 0", "false, RGBA8_SNORM, 4", "false, RGBA16_SNORM, 0", "false, RGBA16_SNORM, 4",
        "true, RGBA16F, 0", "true, RGBA16F, 4", "false, RGBA16F, 0", "false, RGBA16F, 4"
    })
    void shouldRecordValuesThatAreNoBytes(boolean es, String format, int samples) {
        Path file = folder.resolve("stage.mkv");
        try (PbufferContext context = new PbufferContext(es, 3)) {
            context.makeCurrent();
            bind(FORMATS.get(format), samples);
            StageRecorder recorder = StageRecorder.builder(file)
                    .timing(Timing.FRAME_BY_FRAME)
                    .quality(Quality.HIGH)
                    .start();
            for (int i = 0; i < 3; i++) {
                glClearColor(0, 1, 0, 1);
                glClear(GL_COLOR_BUFFER_BIT);
                assertEquals(CaptureResult.TAKEN, recorder.capture());
            }
            recorder.close();
            assertEquals(GL_NO_ERROR, glGetError());
        }
        int colour = DecodedVideo.of(file).rgb(2).at(32, 24);
        assertTrue(((colour ^ GREEN) & 0xC0C0C0) == 0, Integer.toHexString(colour));
    }

    private static void bind(int format, int samples) {
        glBindFramebuffer(GL_FRAMEBUFFER, glGenFramebuffers());
        glBindRenderbuffer(GL_RENDERBUFFER, glGenRenderbuffers());
        glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples, format, 64, 48);
        glFramebufferRenderbuffer(
                GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, glGetInteger(GL_RENDERBUFFER_BINDING));
    }
}
