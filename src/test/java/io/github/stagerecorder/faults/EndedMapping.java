package io.github.stagerecorder.faults;

import static org.lwjgl.opengl.GL30C.*;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.Outcome;
import io.github.stagerecorder.ReadStrategy;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.WhenBehind;
import io.github.stagerecorder.demo.PbufferContext;
import java.nio.file.Path;
import org.lwjgl.glfw.GLFW;
import org.lwjgl.opengl.GL;
import org.lwjgl.system.MemoryUtil;

/**
 * A program that destroys its context while the encoder still has mapped frames to read, and only then closes the
 * recorder.
 */
final class EndedMapping {
    static final int[] COLOURS = {0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0x00FFFF, 0xFF00FF};
    static final String MARK = "mapped";
    private static final int WIDTH_PX = 1920; // so large that its memory is a mapping of its own
    private static final int HEIGHT_PX = 1080;

    private EndedMapping() {}

    /** The arguments are the kind of context, the description of a slow encoder, and the file. */
    public static void main(String[] arguments) {
        Runnable context = open(arguments[0]);
        bindFramebuffer();
        StageRecorder recorder = StageRecorder.builder(Path.of(arguments[2]))
                .timing(Timing.FRAME_BY_FRAME)
                .whenBehind(WhenBehind.DROP)
                .pipeline(arguments[1])
                .tuning(t -> t.readStrategy(ReadStrategy.MAPPED))
                .start();
        int taken = 0;
        while (taken < COLOURS.length && draw(recorder, COLOURS[taken]) == CaptureResult.TAKEN) {
            taken++;
        }
        glFinish();
        draw(recorder, 0); // hands over the last read
        long before = recorder.stats().delivered();
        context.run();
        recorder.close();
        Outcome outcome = recorder.finish().join();
        System.out.println(String.join(
                " ", MARK, "" + before, "" + outcome.stats().delivered(), outcome.status() + "", "" + taken));
    }

    /** Returns what destroys it. */
    private static Runnable open(String kind) {
        if (kind.equals("GLX")) {
            return openWindow();
        }
        PbufferContext context = new PbufferContext(kind.equals("GLES"), 3);
        context.makeCurrent();
        return context::close;
    }

    private static Runnable openWindow() {
        GLFW.glfwInit();
        GLFW.glfwWindowHint(GLFW.GLFW_VISIBLE, GLFW.GLFW_FALSE);
        long window = GLFW.glfwCreateWindow(64, 64, "", MemoryUtil.NULL, MemoryUtil.NULL);
        GLFW.glfwMakeContextCurrent(window);
        GL.createCapabilities();
        return () -> GLFW.glfwDestroyWindow(window);
    }

    private static void bindFramebuffer() {
        glBindFramebuffer(GL_FRAMEBUFFER, glGenFramebuffers());
        glBindRenderbuffer(GL_RENDERBUFFER, glGenRenderbuffers());
        glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, WIDTH_PX, HEIGHT_PX);
        glFramebufferRenderbuffer(
                GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, glGetInteger(GL_RENDERBUFFER_BINDING));
    }

    private static CaptureResult draw(StageRecorder recorder, int rgb) {
        glClearColor((rgb >> 16) / 255f, (rgb >> 8 & 0xFF) / 255f, (rgb & 0xFF) / 255f, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        return recorder.capture();
    }
}
