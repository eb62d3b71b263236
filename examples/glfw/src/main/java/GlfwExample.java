import static org.lwjgl.glfw.GLFW.*;
import static org.lwjgl.opengl.GL11.*;

import io.github.stagerecorder.RecordingSwitch;
import java.nio.file.Path;
import java.time.Duration;
import org.lwjgl.opengl.GL;

/**
 * A window of GLFW, drawn by LWJGL: {@code mvn -q compile exec:exec}. F9 starts and stops a recording, F10 takes a
 * snapshot, and F11 saves the last ten seconds, all in the folder "clips".
 */
public final class GlfwExample {
    public static void main(String[] args) {
        if (!glfwInit()) {
            throw new IllegalStateException("GLFW cannot open windows here");
        }
        long window = glfwCreateWindow(640, 360, "F9 records, F10 takes a snapshot, F11 saves a replay", 0, 0);
        glfwMakeContextCurrent(window);
        glfwSwapInterval(1);
        GL.createCapabilities();

        RecordingSwitch recording = RecordingSwitch.into(Path.of("clips"))
                .replay(Duration.ofSeconds(10))
                .create();
        glfwSetKeyCallback(window, (w, key, code, action, modifiers) -> {
            if (action == GLFW_PRESS) {
                press(key, recording);
            }
        });

        while (!glfwWindowShouldClose(window)) {
            drawTriangle(glfwGetTime());
            recording.frame(); // after painting, before the swap
            if (recording.isRecording()) {
                drawMark(); // after frame(): it is on the screen and not in the file
            }
            glfwSwapBuffers(window);
            glfwPollEvents();
        }
        recording.close(); // while the context is current: the last file is complete here
        glfwTerminate();
    }

    private static void press(int key, RecordingSwitch recording) {
        switch (key) {
            case GLFW_KEY_F9 -> recording.toggle();
            case GLFW_KEY_F10 -> recording.snapshot();
            case GLFW_KEY_F11 -> recording.saveReplay();
            default -> {} // a key of the application's
        }
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

    /** A red square in the upper right corner. */
    private static void drawMark() {
        glColor3f(1, 0, 0);
        glRectf(0.92f, 0.86f, 0.98f, 0.96f);
    }
}
