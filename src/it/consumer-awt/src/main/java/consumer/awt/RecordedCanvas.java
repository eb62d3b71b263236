package consumer.awt;

import static org.lwjgl.opengl.GL11C.GL_COLOR_BUFFER_BIT;
import static org.lwjgl.opengl.GL11C.GL_SCISSOR_TEST;
import static org.lwjgl.opengl.GL11C.glClear;
import static org.lwjgl.opengl.GL11C.glClearColor;
import static org.lwjgl.opengl.GL11C.glDisable;
import static org.lwjgl.opengl.GL11C.glEnable;
import static org.lwjgl.opengl.GL11C.glScissor;

import io.github.stagerecorder.ResizePolicy;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import java.nio.file.Path;
import org.lwjgl.opengl.GL;
import org.lwjgl.opengl.awt.AWTGLCanvas;
import org.lwjgl.opengl.awt.GLData;

/** Paints with LWJGL and records each frame. {@code CheckRecording} describes the pictures. */
final class RecordedCanvas extends AWTGLCanvas {
    private static final long serialVersionUID = 1L;

    private final transient Path output;
    private transient StageRecorder recorder;
    private int frame;

    RecordedCanvas(Path output) {
        super(multisampled());
        this.output = output;
    }

    private static GLData multisampled() {
        GLData data = new GLData();
        data.samples = 4;
        return data;
    }

    @Override
    public void initGL() {
        GL.createCapabilities();
        recorder = StageRecorder.builder(output)
                .frameRate(30)
                .timing(Timing.FRAME_BY_FRAME)
                .onResize(ResizePolicy.NEW_FILE)
                .start();
    }

    @Override
    public void paintGL() {
        draw(getFramebufferWidth(), getFramebufferHeight());
        recorder.capture();
        swapBuffers();
        frame++;
    }

    private void draw(int widthPx, int heightPx) {
        float grey = 8 * frame / 255f;
        glDisable(GL_SCISSOR_TEST);
        glClearColor(grey, grey, grey, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        glEnable(GL_SCISSOR_TEST);
        glScissor(0, heightPx / 2, widthPx / 2, heightPx / 2);
        glClearColor(1, 0, 0, 1);
        glClear(GL_COLOR_BUFFER_BIT);
    }

    void close() {
        runInContext(recorder::close);
        System.out.println(recorder.stats());
    }
}
