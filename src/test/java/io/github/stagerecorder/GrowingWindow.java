package io.github.stagerecorder;

import static org.lwjgl.glfw.GLFW.glfwGetCurrentContext;
import static org.lwjgl.glfw.GLFW.glfwSetWindowSize;
import static org.lwjgl.opengl.GL33C.GL_COLOR_BUFFER_BIT;
import static org.lwjgl.opengl.GL33C.glClear;

import io.github.stagerecorder.demo.WindowSurface;
import java.nio.file.Path;

/** Records a window that becomes larger, with a file for each size. A program of its own, on a screen. */
final class GrowingWindow {
    static final int WIDTH_PX = 320;
    static final int HEIGHT_PX = 240;
    static final int FRAMES = 20; // before it becomes larger
    static final int MOST_FRAMES = 400; // afterwards, about 20 ms apart

    private GrowingWindow() {}

    /** @param args the file */
    public static void main(String[] args) throws InterruptedException {
        try (WindowSurface window = new WindowSurface(WIDTH_PX, HEIGHT_PX, "GrowingWindow")) {
            StageRecorder recorder = StageRecorder.builder(Path.of(args[0]))
                    .timing(Timing.FRAME_BY_FRAME)
                    .whenBehind(WhenBehind.WAIT)
                    .onResize(ResizePolicy.NEW_FILE)
                    .start();
            paint(window, recorder, FRAMES);
            glfwSetWindowSize(glfwGetCurrentContext(), 2 * WIDTH_PX, 2 * HEIGHT_PX);
            while (window.widthPx() == WIDTH_PX) {
                window.present();
            }
            paint(window, recorder, MOST_FRAMES);
            recorder.close();
            System.out.println("taken " + recorder.stats().taken());
        }
    }

    private static void paint(WindowSurface window, StageRecorder recorder, int frames) throws InterruptedException {
        for (int i = 0; i < frames; i++) {
            glClear(GL_COLOR_BUFFER_BIT);
            recorder.capture();
            window.present();
            Thread.sleep(20);
        }
    }
}
