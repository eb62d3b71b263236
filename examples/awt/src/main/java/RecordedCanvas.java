import static org.lwjgl.opengl.GL11.*;

import io.github.stagerecorder.StageRecorder;
import java.nio.file.Path;
import org.lwjgl.opengl.GL;
import org.lwjgl.opengl.awt.AWTGLCanvas;

/** Paints a triangle and records it. */
public final class RecordedCanvas extends AWTGLCanvas {
    private StageRecorder recorder;

    @Override
    public void initGL() {
        GL.createCapabilities();
        recorder = StageRecorder.builder(Path.of("awt.mp4")).overwrite(true).start();
    }

    @Override
    public void paintGL() {
        glViewport(0, 0, getFramebufferWidth(), getFramebufferHeight());
        drawTriangle(System.nanoTime() / 1e9);
        recorder.capture(); // after painting, before the swap
        swapBuffers();
    }

    public void endRecording() {
        runInContext(recorder::close); // the file is complete here
    }

    private static void drawTriangle(double seconds) {
        float x = (float) Math.sin(seconds) / 2;
        glClearColor(0.1f, 0.1f, 0.2f, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        glBegin(GL_TRIANGLES);
        glColor3f(1, 0, 0);
        glVertex2f(x - 0.4f, -0.7f);
        glColor3f(0, 1, 0);
        glVertex2f(x + 0.4f, -0.7f);
        glColor3f(0, 0, 1);
        glVertex2f(x, 0.7f);
        glEnd();
    }
}
