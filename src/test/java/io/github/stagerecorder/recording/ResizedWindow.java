package io.github.stagerecorder.recording;

import static org.lwjgl.glfw.GLFW.glfwGetCurrentContext;
import static org.lwjgl.glfw.GLFW.glfwSetWindowSize;
import static org.lwjgl.opengl.GL33C.GL_COLOR_BUFFER_BIT;
import static org.lwjgl.opengl.GL33C.glClear;
import static org.lwjgl.opengl.GL33C.glClearColor;

import io.github.stagerecorder.Convert;
import io.github.stagerecorder.ReadStrategy;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Stats;
import io.github.stagerecorder.demo.WindowSurface;
import java.nio.file.Path;
import java.util.Random;

/** Records a window that changes its size at random moments, in every way to read. A program of its own. */
final class ResizedWindow {
    static final int WIDTH_PX = 320;
    static final int HEIGHT_PX = 240;
    static final int FRAMES = 240;

    private ResizedWindow() {}

    /** One recording of the window. */
    record Way(ReadStrategy strategy, Convert convert, boolean fixed) {
        String fileName() {
            return strategy + "-" + convert + (fixed ? "-fixed" : "-followed") + ".mkv";
        }

        private RecorderBuilder builder(Path folder) {
            RecorderBuilder builder = RecordedStage.everyFrame(folder.resolve(fileName()))
                    .tuning(t -> t.readStrategy(strategy).convert(convert));
            return fixed ? builder.size(WIDTH_PX, HEIGHT_PX) : builder;
        }
    }

    /** @param args the folder, and the parts of a {@link Way} three by three */
    public static void main(String[] args) {
        try (WindowSurface window = new WindowSurface(WIDTH_PX, HEIGHT_PX, "ResizedWindow")) {
            for (int i = 1; i < args.length; i += 3) {
                Way way = new Way(
                        ReadStrategy.valueOf(args[i]), Convert.valueOf(args[i + 1]), Boolean.parseBoolean(args[i + 2]));
                Stats stats = record(window, way.builder(Path.of(args[0])));
                System.out.println(way.fileName() + " " + stats.delivered() + " "
                        + stats.failures().framebuffer() + " " + stats.losses().byFramebuffer() + " " + stats.calls());
            }
        }
    }

    private static Stats record(WindowSurface window, RecorderBuilder builder) {
        Random random = new Random(7);
        boolean large = true;
        resize(window, WIDTH_PX, HEIGHT_PX);
        StageRecorder recorder = builder.start();
        for (int frame = 0; frame < FRAMES; frame++) {
            int red = 100 + 30 * (frame % 6);
            glClearColor(red / 255f, (350 - red) / 255f, 0, 1);
            glClear(GL_COLOR_BUFFER_BIT);
            recorder.capture();
            window.present();
            if (random.nextInt(8) == 0) { // to where the fixed rectangle fits, and to where it may not, by turns
                large = !large;
                int leastPx = large ? WIDTH_PX : 100;
                glfwSetWindowSize(
                        glfwGetCurrentContext(), leastPx + random.nextInt(220), leastPx + random.nextInt(140));
            }
        }
        recorder.close();
        return recorder.stats();
    }

    private static void resize(WindowSurface window, int widthPx, int heightPx) {
        glfwSetWindowSize(glfwGetCurrentContext(), widthPx, heightPx);
        do {
            glClear(GL_COLOR_BUFFER_BIT);
            window.present();
        } while (window.widthPx() != widthPx || window.heightPx() != heightPx);
        window.present();
    }
}
