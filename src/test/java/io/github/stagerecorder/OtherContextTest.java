package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lwjgl.opengl.GL33C.GL_ARRAY_BUFFER;
import static org.lwjgl.opengl.GL33C.GL_COLOR_ATTACHMENT0;
import static org.lwjgl.opengl.GL33C.GL_DRAW_FRAMEBUFFER_BINDING;
import static org.lwjgl.opengl.GL33C.GL_FRAMEBUFFER;
import static org.lwjgl.opengl.GL33C.GL_PIXEL_PACK_BUFFER_BINDING;
import static org.lwjgl.opengl.GL33C.GL_READ_FRAMEBUFFER_BINDING;
import static org.lwjgl.opengl.GL33C.GL_RENDERBUFFER;
import static org.lwjgl.opengl.GL33C.GL_RENDERBUFFER_BINDING;
import static org.lwjgl.opengl.GL33C.GL_RGBA8;
import static org.lwjgl.opengl.GL33C.GL_TEXTURE_2D;
import static org.lwjgl.opengl.GL33C.GL_TEXTURE_BINDING_2D;
import static org.lwjgl.opengl.GL33C.glBindBuffer;
import static org.lwjgl.opengl.GL33C.glBindFramebuffer;
import static org.lwjgl.opengl.GL33C.glBindRenderbuffer;
import static org.lwjgl.opengl.GL33C.glBindTexture;
import static org.lwjgl.opengl.GL33C.glBufferData;
import static org.lwjgl.opengl.GL33C.glFramebufferRenderbuffer;
import static org.lwjgl.opengl.GL33C.glGenBuffers;
import static org.lwjgl.opengl.GL33C.glGenFramebuffers;
import static org.lwjgl.opengl.GL33C.glGenRenderbuffers;
import static org.lwjgl.opengl.GL33C.glGenTextures;
import static org.lwjgl.opengl.GL33C.glGetBufferSubData;
import static org.lwjgl.opengl.GL33C.glGetError;
import static org.lwjgl.opengl.GL33C.glGetInteger;
import static org.lwjgl.opengl.GL33C.glIsBuffer;
import static org.lwjgl.opengl.GL33C.glIsFramebuffer;
import static org.lwjgl.opengl.GL33C.glIsRenderbuffer;
import static org.lwjgl.opengl.GL33C.glIsTexture;
import static org.lwjgl.opengl.GL33C.glRenderbufferStorageMultisample;

import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.media.DecodedVideo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lwjgl.egl.EGL10;
import org.lwjgl.egl.EGL14;
import org.lwjgl.opengl.GL;

/**
 * Each call while another GL context is current, or none. Nothing of the recorder's is made, bound, written or deleted
 * in the other context, whose objects have the same names; no error is left there, and no frame that was read is lost.
 */
class OtherContextTest extends OnStage {
    private static final int FRAMES = 5;
    private static final int NAMES = 64;

    /** What is called while the recording's context is not current. */
    enum Operation {
        CAPTURE(recorder -> assertEquals(CaptureResult.FAILED, recorder.capture())),
        RESIZE(recorder -> refused(() -> recorder.resize(2 * WIDTH_PX, 2 * HEIGHT_PX))),
        SMALLER(recorder -> refused(() -> recorder.resize(WIDTH_PX / 2, HEIGHT_PX / 2))),
        PAUSE(StageRecorder::pause),
        FINISH(recorder -> recorder.finish().join()),
        CLOSE(StageRecorder::close);

        private final Consumer<StageRecorder> call;

        Operation(Consumer<StageRecorder> call) {
            this.call = call;
        }

        private static void refused(Runnable call) {
            assertThrows(IllegalStateException.class, call::run);
        }
    }

    /** The objects and bindings of the present context. */
    private record State(List<Integer> bindings, long objects, List<Integer> contents) {
        static State now(List<Integer> buffers) {
            List<Integer> bindings = Stream.of(
                            GL_READ_FRAMEBUFFER_BINDING,
                            GL_DRAW_FRAMEBUFFER_BINDING,
                            GL_RENDERBUFFER_BINDING,
                            GL_TEXTURE_BINDING_2D,
                            GL_PIXEL_PACK_BUFFER_BINDING)
                    .map(name -> glGetInteger(name))
                    .toList();
            long objects = 0;
            for (int name = 1; name < 4 * NAMES; name++) {
                objects += glIsBuffer(name) ? 1 : 0;
                objects += glIsFramebuffer(name) ? 1 : 0;
                objects += glIsRenderbuffer(name) ? 1 : 0;
                objects += glIsTexture(name) ? 1 : 0;
            }
            return new State(
                    bindings, objects, buffers.stream().map(State::content).toList());
        }

        private static int content(int buffer) {
            int[] content = new int[1];
            glBindBuffer(GL_ARRAY_BUFFER, buffer);
            glGetBufferSubData(GL_ARRAY_BUFFER, 0, content);
            return content[0];
        }
    }

    static Stream<Arguments> cases() {
        return Stream.of(ReadStrategy.values())
                .flatMap(strategy -> Stream.of(0, 4)
                        .flatMap(samples -> Stream.of(true, false)
                                .flatMap(other -> Stream.of(Operation.values())
                                        .map(call -> Arguments.of(strategy, samples, other, call)))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void shouldTouchNothingOutsideItsContext(ReadStrategy strategy, int samples, boolean other, Operation operation) {
        DriverSupport.assume(strategy);
        bindFramebuffer(samples);
        StageRecorder recorder =
                recorderTo("stage.mkv").tuning(t -> t.readStrategy(strategy)).start();
        record(recorder, FRAMES);
        outsideItsContext(() -> {
            if (other) {
                inAnotherContext(recorder, operation);
            } else {
                operation.call.accept(recorder);
                recorder.close();
            }
        });
        recorder.close(); // again, in its context: only this can release what is there
        assertEquals(0, recorder.stats().memory().poolBytes());
        assertKept(recorder, operation);
    }

    private static void outsideItsContext(Runnable body) {
        long display = EGL10.eglGetCurrentDisplay();
        long context = EGL14.eglGetCurrentContext();
        var capabilities = GL.getCapabilities();
        makeCurrent(display, EGL10.EGL_NO_CONTEXT);
        try {
            body.run();
        } finally {
            makeCurrent(display, context);
            GL.setCapabilities(capabilities);
        }
    }

    private static void makeCurrent(long display, long context) {
        EGL10.eglMakeCurrent(display, EGL10.EGL_NO_SURFACE, EGL10.EGL_NO_SURFACE, context);
    }

    private void inAnotherContext(StageRecorder recorder, Operation operation) {
        OffscreenSurface another = new OffscreenSurface(WIDTH_PX, HEIGHT_PX);
        List<Integer> buffers = fill();
        State before = State.now(buffers);
        operation.call.accept(recorder);
        recorder.close();
        assertEquals(before, State.now(buffers));
        assertEquals(0, glGetError());
        another.close();
    }

    /** Whatever had been read is in the file; the rest is counted. */
    private void assertKept(StageRecorder recorder, Operation operation) {
        Stats stats = recorder.stats();
        StatsIdentities.checkEnded(stats, FRAMES + (operation == Operation.CAPTURE ? 1 : 0));
        assertEquals(FRAMES, stats.taken());
        assertEquals(stats.lost(), stats.losses().atClose());
        List<Integer> numbers = DecodedVideo.of(folder.resolve("stage.mkv")).frameNumbers();
        assertEquals(stats.delivered(), numbers.size());
        if (stats.readStrategy().startsWith("client")) {
            assertEquals(0, stats.lost());
        }
    }

    private static void bindFramebuffer(int samples) {
        int renderbuffer = glGenRenderbuffers();
        glBindFramebuffer(GL_FRAMEBUFFER, glGenFramebuffers());
        glBindRenderbuffer(GL_RENDERBUFFER, renderbuffer);
        glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples, GL_RGBA8, WIDTH_PX, HEIGHT_PX);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, renderbuffer);
    }

    /** Makes objects with all the names that the recorder's can have, and returns the buffers. */
    private static List<Integer> fill() {
        List<Integer> buffers = new ArrayList<>();
        for (int i = 0; i < NAMES; i++) {
            bindFramebuffer(0);
            glBindTexture(GL_TEXTURE_2D, glGenTextures());
            buffers.add(glGenBuffers());
            glBindBuffer(GL_ARRAY_BUFFER, buffers.get(i));
            glBufferData(GL_ARRAY_BUFFER, new int[] {i}, 0x88E4);
        }
        return buffers;
    }
}
