import static org.lwjgl.glfw.GLFW.*;
import static org.lwjgl.opengl.GL11.*;

import io.github.stagerecorder.StageRecorder;
import java.net.URI;
import java.nio.file.Path;
import org.lwjgl.opengl.GL;

/**
 * A window of GLFW, sent to a server and written to a file at once until it is closed: {@code
 * STREAM_TO=srt://HOST:PORT mvn -q compile exec:exec}. It takes rtmp:// and rtsp:// too.
 */
public final class StreamingExample {
    public static void main(String[] args) {
        if (!glfwInit()) {
            throw new IllegalStateException("GLFW cannot open windows here");
        }
        long window = glfwCreateWindow(640, 360, "StageRecorder streams", 0, 0);
        glfwMakeContextCurrent(window);
        glfwSwapInterval(1);
        GL.createCapabilities();

        URI server = URI.create(System.getenv().getOrDefault("STREAM_TO", "srt://127.0.0.1:9000"));
        try (StageRecorder recorder = StageRecorder.builder(Path.of("streaming.mp4"))
                .overwrite(true)
                .alsoTo(server) // StageRecorder.stream(server) does without the file
                .bitRate(2_000_000)
                .start()) {
            while (!glfwWindowShouldClose(window)) {
                drawTriangle(glfwGetTime());
                recorder.capture(); // after painting, before the swap
                glfwSwapBuffers(window);
                glfwPollEvents();
            }
        } // the file is complete here, and the stream has ended
        glfwTerminate();
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
