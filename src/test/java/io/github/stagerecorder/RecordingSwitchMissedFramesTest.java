package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedVideo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lwjgl.opengl.GL33C;

/** A frame that cannot be recorded while the encoder opens is missing, and the recording begins with the next one. */
class RecordingSwitchMissedFramesTest extends OnSwitch {
    private static final int BAD_FRAMES = 5;

    /** Why a frame cannot be recorded. */
    enum Bad {
        NO_CONTEXT,
        INCOMPLETE,
        NO_READ_BUFFER,
        INTEGERS,
        TOO_SMALL;

        /** Lets {@code body} run in this state, and puts back the framebuffer that was bound. */
        void during(Runnable body) {
            if (this == NO_CONTEXT) {
                NoContext.during(body);
                return;
            }
            int bound = GL33C.glGetInteger(GL33C.GL_FRAMEBUFFER_BINDING);
            GL33C.glBindFramebuffer(GL33C.GL_FRAMEBUFFER, GL33C.glGenFramebuffers());
            if (this != INCOMPLETE) {
                attach(this == INTEGERS ? GL33C.GL_RGBA8UI : GL33C.GL_RGBA8, this == TOO_SMALL ? 8 : 512);
            }
            if (this == NO_READ_BUFFER) {
                GL33C.glReadBuffer(GL33C.GL_NONE);
            }
            body.run();
            GL33C.glBindFramebuffer(GL33C.GL_FRAMEBUFFER, bound);
        }

        private static void attach(int format, int sizePx) {
            int storage = GL33C.glGenRenderbuffers();
            GL33C.glBindRenderbuffer(GL33C.GL_RENDERBUFFER, storage);
            GL33C.glRenderbufferStorage(GL33C.GL_RENDERBUFFER, format, sizePx, sizePx);
            GL33C.glFramebufferRenderbuffer(
                    GL33C.GL_FRAMEBUFFER, GL33C.GL_COLOR_ATTACHMENT0, GL33C.GL_RENDERBUFFER, storage);
        }
    }

    @ParameterizedTest
    @EnumSource(Bad.class)
    void shouldBeginWithTheNextFrame(Bad bad) {
        try (RecordingSwitch recording = switchInto(folder)
                .options(o -> o.size(WIDTH_PX, HEIGHT_PX)
                        .timing(Timing.FRAME_BY_FRAME)
                        .listener(told, Runnable::run))
                .create()) {
            paint(recording, 3);
            recording.start();
            for (int i = 0; i < BAD_FRAMES && told.started.isEmpty(); i++) {
                bad.during(recording::frame);
                paint(recording);
            }
            paintUntil(recording, () -> !told.started.isEmpty() || !recording.isRecording());
            paint(recording, 5);
            assertTrue(recording.isRecording(), () -> "" + told.failures);
            assertTrue(recording.missedFrames() > 0);
        }
        assertEquals(0, told.failures.size(), () -> "" + told.failures);
        assertTrue(DecodedVideo.of(files(folder).get(0)).frameNumbers().size() >= 5);
        assertEquals(GL33C.GL_NO_ERROR, GL33C.glGetError());
    }

    /** As a window that the toolkit has just made. The size that counts is the one when the encoder is open. */
    @Test
    void shouldBeginAtASizeThatCanBeRecordedAfterOneThatCannot() {
        try (RecordingSwitch recording = switchInto(folder).format("mp4").create()) {
            surface.resize(8, 8);
            recording.start();
            paintUntil(recording, () -> recording.missedFrames() > 0 && hasTried());
            surface.resize(WIDTH_PX, HEIGHT_PX);
            paintUntil(recording, () -> !told.started.isEmpty() || !recording.isRecording());
            paint(recording, 5);
        }
        assertEquals(0, told.failures.size(), () -> "" + told.failures);
        assertGapless(files(folder).get(0));
    }

    /** The name is claimed just before the encoder opens for that size. */
    private boolean hasTried() {
        return folder.resolve(".stagerecorder-names").toFile().exists();
    }

    @Test
    void shouldTellASizeThatStaysAndCannotBeRecorded() {
        try (RecordingSwitch recording = switchInto(folder).format("mp4").create()) {
            surface.resize(8, 8);
            recording.start();
            paintUntil(recording, () -> !recording.isRecording());
            paintUntil(recording, () -> !told.failures.isEmpty());
        }
        assertEquals(FailureKind.ENCODER, told.failures.get(0).kind());
        assertEquals(0, files(folder).size());
    }
}
