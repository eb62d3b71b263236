package consumer.lwjgl;

import static org.lwjgl.glfw.GLFW.glfwCreateWindow;
import static org.lwjgl.glfw.GLFW.glfwDestroyWindow;
import static org.lwjgl.glfw.GLFW.glfwMakeContextCurrent;
import static org.lwjgl.glfw.GLFW.glfwSwapBuffers;
import static org.lwjgl.opengl.GL11C.GL_COLOR_BUFFER_BIT;
import static org.lwjgl.opengl.GL11C.GL_SCISSOR_TEST;
import static org.lwjgl.opengl.GL11C.glClear;
import static org.lwjgl.opengl.GL11C.glClearColor;
import static org.lwjgl.opengl.GL11C.glDisable;
import static org.lwjgl.opengl.GL11C.glEnable;
import static org.lwjgl.opengl.GL11C.glScissor;

import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import java.nio.file.Path;
import org.lwjgl.opengl.GL;
import org.lwjgl.opengl.GLCapabilities;
import org.lwjgl.system.MemoryUtil;

/** A window with a context of its own. The upper left quarter of its pictures is red or blue. */
final class RecordedWindow {
    static final int FRAMES = 30;

    private final int widthPx;
    private final int heightPx;
    private final boolean blue;
    private final long window;
    private GLCapabilities capabilities;
    private StageRecorder recorder;
    private int frame;

    /** Requires the main thread. */
    RecordedWindow(int widthPx, int heightPx, boolean blue) {
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        this.blue = blue;
        window = glfwCreateWindow(widthPx, heightPx, blue ? "blue" : "red", MemoryUtil.NULL, MemoryUtil.NULL);
    }

    void startRecording(Path output) {
        glfwMakeContextCurrent(window);
        capabilities = GL.createCapabilities();
        recorder = StageRecorder.builder(output)
                .frameRate(30)
                .timing(Timing.FRAME_BY_FRAME)
                .start();
    }

    void paint() {
        glfwMakeContextCurrent(window);
        GL.setCapabilities(capabilities);
        draw(8 * frame / 255f);
        recorder.capture();
        glfwSwapBuffers(window);
        frame++;
    }

    private void draw(float grey) {
        glDisable(GL_SCISSOR_TEST);
        glClearColor(grey, grey, grey, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        glEnable(GL_SCISSOR_TEST);
        glScissor(0, heightPx / 2, widthPx / 2, heightPx / 2);
        glClearColor(blue ? 0 : 1, 0, blue ? 1 : 0, 1);
        glClear(GL_COLOR_BUFFER_BIT);
    }

    void endRecording() {
        glfwMakeContextCurrent(window);
        recorder.close();
        glfwMakeContextCurrent(MemoryUtil.NULL);
        System.out.println(recorder.stats());
    }

    /** Requires the main thread. */
    void destroy() {
        glfwDestroyWindow(window);
    }
}
