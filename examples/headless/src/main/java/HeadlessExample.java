import static org.lwjgl.opengl.GL11.*;

import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import java.nio.file.Path;

/**
 * Renders a film of 4K without a window, as fast as it goes: {@code mvn -q compile exec:exec}. Each frame is drawn in
 * four tiles, as one is that is larger than the framebuffer.
 */
public final class HeadlessExample {
    private static final int WIDTH_PX = 3840;
    private static final int HEIGHT_PX = 2160;
    private static final int TILE_WIDTH_PX = 1920;
    private static final int TILE_HEIGHT_PX = 1080;
    private static final int FRAMES_PER_SECOND = 60;
    private static final int FRAMES = Integer.getInteger("frames", 2 * FRAMES_PER_SECOND);

    public static void main(String[] args) {
        try (HeadlessContext context = new HeadlessContext(TILE_WIDTH_PX, TILE_HEIGHT_PX);
                StageRecorder recorder = StageRecorder.builder(Path.of("headless.mp4"))
                        .size(WIDTH_PX, HEIGHT_PX)
                        .tiled(true)
                        .frameRate(FRAMES_PER_SECOND)
                        .timing(Timing.FRAME_BY_FRAME) // no frame is dropped, however long it takes
                        .start()) {
            for (int frame = 0; frame < FRAMES; frame++) {
                recorder.beginFrame();
                for (int y = 0; y < HEIGHT_PX; y += TILE_HEIGHT_PX) {
                    for (int x = 0; x < WIDTH_PX; x += TILE_WIDTH_PX) {
                        glViewport(-x, -y, WIDTH_PX, HEIGHT_PX); // moves this part of the picture into the framebuffer
                        drawTriangle((double) frame / FRAMES_PER_SECOND);
                        recorder.tile(x, y, TILE_WIDTH_PX, TILE_HEIGHT_PX);
                    }
                }
                recorder.endFrame();
            }
        } // the file is complete here
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
