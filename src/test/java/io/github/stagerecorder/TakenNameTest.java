package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwjgl.opengl.GL33C.*;

import io.github.stagerecorder.demo.PbufferContext;
import io.github.stagerecorder.media.DecodedVideo;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An attachment is deleted while its framebuffer is not bound. It stays attached, but its name may be another object's by
 * then, and so is all that GL tells of it.
 */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the compatibility profile comes from EGL")
class TakenNameTest {
    private static final int WIDTH_PX = 64;
    private static final int HEIGHT_PX = 48;
    private static final int SAMPLES = 4;

    @TempDir
    Path folder;

    private PbufferContext context;

    /** What is attached. */
    enum Attachment {
        TEXTURE,
        RENDERBUFFER,
        MULTISAMPLED_TEXTURE,
        MULTISAMPLED_RENDERBUFFER;

        private int target() {
            return this == TEXTURE ? GL_TEXTURE_2D : GL_TEXTURE_2D_MULTISAMPLE;
        }

        private boolean isTexture() {
            return this == TEXTURE || this == MULTISAMPLED_TEXTURE;
        }

        /** A compatibility context takes any name. */
        private void specify(int name, int widthPx, int heightPx) {
            switch (this) {
                case TEXTURE -> {
                    glBindTexture(GL_TEXTURE_2D, name);
                    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, widthPx, heightPx, 0, GL_RGBA, GL_UNSIGNED_BYTE, 0);
                }
                case MULTISAMPLED_TEXTURE -> {
                    glBindTexture(GL_TEXTURE_2D_MULTISAMPLE, name);
                    glTexImage2DMultisample(GL_TEXTURE_2D_MULTISAMPLE, SAMPLES, GL_RGBA8, widthPx, heightPx, true);
                }
                default -> {
                    int samples = this == RENDERBUFFER ? 0 : SAMPLES;
                    glBindRenderbuffer(GL_RENDERBUFFER, name);
                    glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples, GL_RGBA8, widthPx, heightPx);
                }
            }
        }

        /** Returns the name of a new one, attached to the framebuffer that is bound. */
        private int attach() {
            int name = isTexture() ? glGenTextures() : glGenRenderbuffers();
            specify(name, WIDTH_PX, HEIGHT_PX);
            if (isTexture()) {
                glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, target(), name, 0);
            } else {
                glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, name);
            }
            return name;
        }

        private void delete(int name) {
            int framebuffer = glGetInteger(GL_FRAMEBUFFER_BINDING);
            glBindFramebuffer(GL_FRAMEBUFFER, 0);
            if (isTexture()) {
                glDeleteTextures(name);
            } else {
                glDeleteRenderbuffers(name);
            }
            glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
        }

        private void giveNameToAnother(int name, int widthPx, int heightPx) {
            delete(name);
            specify(name, widthPx, heightPx);
        }
    }

    @BeforeEach
    void openContext() {
        context = new PbufferContext(false, 3);
        context.makeCurrent();
        glBindFramebuffer(GL_FRAMEBUFFER, glGenFramebuffers());
    }

    @AfterEach
    void closeContext() {
        context.close();
    }

    static Stream<Arguments> attachmentsAndStrategies() {
        return Stream.of(Attachment.values())
                .flatMap(attachment ->
                        Stream.of(ReadStrategy.values()).map(strategy -> Arguments.of(attachment, strategy)));
    }

    @ParameterizedTest
    @MethodSource("attachmentsAndStrategies")
    void shouldRecordNoPictureThatIsLargerThanTheAttachment(Attachment attachment, ReadStrategy strategy) {
        recordNothingWhile(
                attachment, strategy, name -> attachment.giveNameToAnother(name, WIDTH_PX * 2, HEIGHT_PX * 2));
    }

    /** All that GL tells is what it told before. */
    @ParameterizedTest
    @MethodSource("attachmentsAndStrategies")
    void shouldRecordNoPictureOfASmallerAttachmentWhoseNameTellsTheOldSize(
            Attachment attachment, ReadStrategy strategy) {
        recordNothingWhile(attachment, strategy, name -> {
            attachment.specify(name, WIDTH_PX / 2, HEIGHT_PX / 2);
            attachment.giveNameToAnother(name, WIDTH_PX, HEIGHT_PX);
        });
    }

    private void recordNothingWhile(Attachment attachment, ReadStrategy strategy, IntConsumer wrong) {
        DriverSupport.assume(strategy);
        int name = attachment.attach();
        StageRecorder recorder = builder(strategy).start();
        assertEquals(CaptureResult.TAKEN, capture(recorder, true));
        wrong.accept(name);
        for (int frame = 1; frame < 4; frame++) {
            CaptureResult result = capture(recorder, false); // other strategies find it when the read is over
            assertTrue(strategy != ReadStrategy.CLIENT || result == CaptureResult.FAILED, result::toString);
        }
        attachment.attach();
        assertEquals(CaptureResult.TAKEN, capture(recorder, true));
        recorder.close();
        assertEquals(2, recorder.stats().delivered());
        assertGreen(2);
    }

    /** Nothing tells its size any more, but a read shows whether all of a fixed rectangle was in it. */
    @ParameterizedTest
    @MethodSource("attachmentsAndStrategies")
    void shouldRecordAnAttachmentThatIsDeletedButStillThere(Attachment attachment, ReadStrategy strategy) {
        DriverSupport.assume(strategy);
        StageRecorder recorder;
        int name = attachment.attach();
        recorder = builder(strategy).size(WIDTH_PX, HEIGHT_PX).start();
        assertEquals(CaptureResult.TAKEN, capture(recorder, true));
        attachment.delete(name);
        assertEquals(CaptureResult.TAKEN, capture(recorder, true));
        recorder.close();
        assertGreen(2);
    }

    private Path file() {
        return folder.resolve("stage.mkv");
    }

    private RecorderBuilder builder(ReadStrategy strategy) {
        return StageRecorder.builder(file())
                .timing(Timing.FRAME_BY_FRAME)
                .quality(Quality.HIGH)
                .tuning(t -> t.readStrategy(strategy));
    }

    private static CaptureResult capture(StageRecorder recorder, boolean green) {
        glClearColor(green ? 0 : 1, green ? 1 : 0, 0, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        CaptureResult result = recorder.capture();
        assertEquals(GL_NO_ERROR, glGetError());
        return result;
    }

    private void assertGreen(int frames) {
        DecodedVideo video = DecodedVideo.of(file());
        for (int frame = 0; frame < frames; frame++) {
            for (int xPx : List.of(2, WIDTH_PX - 3)) {
                int colour = video.rgb(frame).at(xPx, 2);
                assertTrue(((colour ^ 0x00FF00) & 0xC0C0C0) == 0, Integer.toHexString(colour));
            }
        }
    }
}
