package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwjgl.opengl.EXTFramebufferObject.glBindFramebufferEXT;
import static org.lwjgl.opengl.GL33C.*;

import io.github.stagerecorder.demo.PbufferContext;
import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.RgbPicture;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is recorded is what the framebuffer's name stands for at each capture, however that has changed. */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the compatibility profile comes from EGL")
class ChangedFramebufferTest {
    private static final int WIDTH_PX = 64;
    private static final int HEIGHT_PX = 48;
    private static final int[] COLOURS = {0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0x00FFFF, 0xFF00FF};

    @TempDir
    Path folder;

    private PbufferContext context;

    /** What an application does to its framebuffer between two frames. It is bound, and has a texture attached. */
    enum Change {
        TEXTURE_SPECIFIED_SMALLER(texture -> specify(texture, GL_RGBA8, WIDTH_PX / 2, HEIGHT_PX / 2)),
        TEXTURE_SPECIFIED_LARGER(texture -> specify(texture, GL_RGBA8, WIDTH_PX * 2, HEIGHT_PX * 2)),
        TEXTURE_OF_ANOTHER_FORMAT(texture -> specify(texture, GL_RGB5_A1, WIDTH_PX, HEIGHT_PX)),
        TEXTURE_OF_FLOATS(texture -> specify(texture, GL_RGBA16F, WIDTH_PX, HEIGHT_PX)),
        TEXTURE_OF_SRGB(texture -> specify(texture, GL_SRGB8_ALPHA8, WIDTH_PX, HEIGHT_PX)),
        ANOTHER_TEXTURE_OF_ITS_NAME(ChangedFramebufferTest::makeTextureAgain),
        RENDERBUFFER(texture -> attachRenderbuffer(0, WIDTH_PX, HEIGHT_PX)),
        SMALLER_RENDERBUFFER(texture -> attachRenderbuffer(0, WIDTH_PX / 2, HEIGHT_PX)),
        SAMPLES(texture -> attachRenderbuffer(4, WIDTH_PX, HEIGHT_PX)),
        SAMPLES_OF_ANOTHER_SIZE(texture -> attachRenderbuffer(4, WIDTH_PX, HEIGHT_PX / 2)),
        SECOND_ATTACHMENT(texture -> readSecondAttachment()),
        ANOTHER_FRAMEBUFFER_OF_ITS_NAME(texture -> makeFramebufferAgain());

        private final IntConsumer change;

        Change(IntConsumer change) {
            this.change = change;
        }
    }

    private static void specify(int texture, int format, int widthPx, int heightPx) {
        glBindTexture(GL_TEXTURE_2D, texture);
        glTexImage2D(GL_TEXTURE_2D, 0, format, widthPx, heightPx, 0, GL_RGBA, GL_UNSIGNED_BYTE, 0);
        glBindTexture(GL_TEXTURE_2D, 0);
    }

    private static void attachTexture(int texture, int widthPx, int heightPx) {
        specify(texture, GL_RGBA8, widthPx, heightPx);
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture, 0);
    }

    private static void makeTextureAgain(int texture) {
        glDeleteTextures(texture);
        attachTexture(texture, WIDTH_PX / 2, HEIGHT_PX / 2); // a compatibility context takes any name
    }

    private static void attachRenderbuffer(int samples, int widthPx, int heightPx) {
        int renderbuffer = glGenRenderbuffers();
        glBindRenderbuffer(GL_RENDERBUFFER, renderbuffer);
        glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples, GL_RGBA8, widthPx, heightPx);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, renderbuffer);
    }

    private static void readSecondAttachment() {
        int texture = glGenTextures();
        specify(texture, GL_RGBA8, WIDTH_PX / 2, HEIGHT_PX / 2);
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT1, GL_TEXTURE_2D, texture, 0);
        glDrawBuffer(GL_COLOR_ATTACHMENT1);
        glReadBuffer(GL_COLOR_ATTACHMENT1);
    }

    private static void makeFramebufferAgain() {
        int framebuffer = glGetInteger(GL_FRAMEBUFFER_BINDING);
        glDeleteFramebuffers(framebuffer);
        glBindFramebufferEXT(GL_FRAMEBUFFER, framebuffer);
        attachTexture(glGenTextures(), WIDTH_PX / 2, HEIGHT_PX);
    }

    @BeforeEach
    void openContext() {
        context = new PbufferContext(false, 3);
        context.makeCurrent();
    }

    @AfterEach
    void closeContext() {
        context.close();
    }

    private static int bindTexture() {
        glBindFramebuffer(GL_FRAMEBUFFER, glGenFramebuffers());
        int texture = glGenTextures();
        attachTexture(texture, WIDTH_PX, HEIGHT_PX);
        return texture;
    }

    private Path file() {
        return folder.resolve("stage.mkv");
    }

    private RecorderBuilder builder(Convert convert, ReadStrategy strategy) {
        return StageRecorder.builder(file())
                .timing(Timing.FRAME_BY_FRAME)
                .quality(Quality.HIGH)
                .tuning(t -> t.convert(convert).readStrategy(strategy));
    }

    private static void draw(int frame) {
        int rgb = COLOURS[frame];
        glClearColor((rgb >> 16) / 255f, (rgb >> 8 & 0xFF) / 255f, (rgb & 0xFF) / 255f, 1);
        glClear(GL_COLOR_BUFFER_BIT);
    }

    private static CaptureResult capture(StageRecorder recorder, int frame) {
        draw(frame);
        CaptureResult result = recorder.capture();
        assertEquals(GL_NO_ERROR, glGetError());
        return result;
    }

    static Stream<Arguments> changes() {
        return Stream.of(Change.values())
                .flatMap(change -> Stream.of(
                        Arguments.of(change, Convert.KERNEL, ReadStrategy.CLIENT),
                        Arguments.of(change, Convert.KERNEL, ReadStrategy.MAPPED),
                        Arguments.of(change, Convert.AS_READ, ReadStrategy.PERSISTENT)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void shouldRecordWhatIsThereNow(Change change, Convert convert, ReadStrategy strategy) {
        int texture = bindTexture();
        StageRecorder recorder = builder(convert, strategy).start();
        for (int frame = 0; frame < 6; frame++) {
            if (frame == 3) {
                change.change.accept(texture);
            }
            assertEquals(CaptureResult.TAKEN, capture(recorder, frame));
        }
        recorder.close();
        assertFrames(0, 1, 2, 3, 4, 5);
    }

    /** Of each picture the middle, which no border touches. */
    private void assertFrames(int... frames) {
        DecodedVideo video = DecodedVideo.of(file());
        for (int i = 0; i < frames.length; i++) {
            RgbPicture picture = video.rgb(i);
            assertColour(COLOURS[frames[i]], picture.at(WIDTH_PX / 2, HEIGHT_PX / 2));
            assertColour(COLOURS[frames[i]], picture.at(WIDTH_PX / 2 + 5, HEIGHT_PX / 2 - 5));
        }
    }

    private static void assertColour(int expected, int actual) {
        for (int shift = 0; shift < 24; shift += 8) {
            int difference = (expected >> shift & 0xFF) - (actual >> shift & 0xFF);
            assertTrue(
                    Math.abs(difference) < 40,
                    () -> Integer.toHexString(actual) + " instead of " + Integer.toHexString(expected));
        }
    }

    @ParameterizedTest
    @EnumSource(ReadStrategy.class)
    void shouldFailTheFrameWhileAFixedRectangleIsNotInTheTexture(ReadStrategy strategy) {
        DriverSupport.assume(strategy);
        int texture = bindTexture();
        StageRecorder recorder =
                builder(Convert.AUTO, strategy).size(WIDTH_PX, HEIGHT_PX).start();
        assertEquals(CaptureResult.TAKEN, capture(recorder, 0));
        specify(texture, GL_RGBA8, WIDTH_PX, HEIGHT_PX - 2);
        assertEquals(CaptureResult.FAILED, capture(recorder, 1));
        assertEquals(CaptureResult.FAILED, capture(recorder, 2));
        specify(texture, GL_RGBA8, WIDTH_PX, HEIGHT_PX);
        assertEquals(CaptureResult.TAKEN, capture(recorder, 3));
        recorder.close();
        assertEquals(2, recorder.stats().failures().framebuffer());
        assertFrames(0, 3);
    }

    /** A minimised window's texture. */
    @Test
    void shouldGoOnWhenAStageOfNoPixelsComesBack() {
        int texture = bindTexture();
        StageRecorder recorder = builder(Convert.AUTO, ReadStrategy.CLIENT).start();
        assertEquals(CaptureResult.TAKEN, capture(recorder, 0));
        specify(texture, GL_RGBA8, 0, 0);
        assertEquals(CaptureResult.FAILED, recorder.capture());
        specify(texture, GL_RGBA8, WIDTH_PX * 2, HEIGHT_PX * 2);
        assertEquals(CaptureResult.TAKEN, capture(recorder, 1));
        recorder.close();
        assertFrames(0, 1);
    }
}
