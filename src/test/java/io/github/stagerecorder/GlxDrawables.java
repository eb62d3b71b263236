package io.github.stagerecorder;

import static org.lwjgl.glfw.GLFW.glfwGetCurrentContext;
import static org.lwjgl.glfw.GLFWNativeGLX.glfwGetGLXContext;
import static org.lwjgl.glfw.GLFWNativeGLX.glfwGetGLXWindow;
import static org.lwjgl.glfw.GLFWNativeX11.glfwGetX11Display;
import static org.lwjgl.opengl.GL33C.*;
import static org.lwjgl.opengl.GLX13.glXMakeContextCurrent;

import io.github.stagerecorder.demo.WindowSurface;
import java.nio.file.Path;

/** Records one context of GLX on several windows. A program of its own, on a screen. */
final class GlxDrawables {
    static final int WIDTH_PX = 320;
    static final int HEIGHT_PX = 240;

    private static long context;

    private GlxDrawables() {}

    /** @param args the folder; the windows close with the program */
    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        long larger = open(2 * WIDTH_PX, 2 * HEIGHT_PX);
        long second = open(WIDTH_PX, HEIGHT_PX);
        long first = open(WIDTH_PX, HEIGHT_PX);
        context = glfwGetGLXContext(glfwGetCurrentContext());
        follow(folder.resolve("followed.mkv"), first, larger, second);
        readAnother(folder.resolve("read.mkv"), first, second);
        drawAnother(folder.resolve("drawn.mkv"), first, second);
    }

    private static long open(int widthPx, int heightPx) {
        WindowSurface window = new WindowSurface(widthPx, heightPx, "GlxDrawables");
        window.present();
        return glfwGetGLXWindow(glfwGetCurrentContext());
    }

    private static void current(long drawn, long read) {
        if (!glXMakeContextCurrent(glfwGetX11Display(), drawn, read, context)) {
            throw new IllegalStateException("glXMakeContextCurrent");
        }
    }

    private static StageRecorder start(Path file, BoundFramebuffer framebuffer) {
        return StageRecorder.builder(file)
                .framebuffer(framebuffer)
                .timing(Timing.FRAME_BY_FRAME)
                .whenBehind(WhenBehind.WAIT)
                .quality(Quality.HIGH)
                .start();
    }

    private static void fill(int grey) {
        glClearColor(grey / 255f, grey / 255f, grey / 255f, 1);
        glClear(GL_COLOR_BUFFER_BIT);
    }

    private static void capture(StageRecorder recorder, int grey) {
        fill(grey);
        System.out.print(recorder.capture() + " ");
    }

    private static void end(StageRecorder recorder) {
        recorder.close();
        System.out.println("error " + glGetError());
    }

    private static void follow(Path file, long first, long larger, long second) {
        current(first, first);
        StageRecorder recorder = start(file, BoundFramebuffer.READ);
        capture(recorder, 50);
        current(larger, larger);
        capture(recorder, 100);
        current(second, second);
        capture(recorder, 150);
        current(first, first);
        capture(recorder, 200);
        end(recorder);
    }

    /** Draws to the first, and reads from the second. */
    private static void readAnother(Path file, long first, long second) {
        current(second, second);
        fill(80);
        current(first, second);
        StageRecorder recorder = start(file, BoundFramebuffer.READ);
        capture(recorder, 200);
        end(recorder);
    }

    private static void drawAnother(Path file, long first, long second) {
        current(first, first);
        StageRecorder recorder = start(file, BoundFramebuffer.DRAW);
        capture(recorder, 50);
        current(first, second);
        capture(recorder, 100);
        current(first, first);
        capture(recorder, 150);
        end(recorder);
    }
}
