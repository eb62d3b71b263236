package consumer.jogl;

import com.jogamp.opengl.GL;
import com.jogamp.opengl.GLAutoDrawable;
import com.jogamp.opengl.GLEventListener;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Stats;
import io.github.stagerecorder.Timing;
import java.nio.file.Path;

/** Paints with JOGL and records each frame. */
final class RecordedPainter implements GLEventListener {
    private final Path output;
    private StageRecorder recorder;
    private int frame;

    RecordedPainter(Path output) {
        this.output = output;
    }

    @Override
    public void init(GLAutoDrawable drawable) {
        recorder = StageRecorder.builder(output)
                .size(drawable.getSurfaceWidth(), drawable.getSurfaceHeight())
                .frameRate(30)
                .timing(Timing.FRAME_BY_FRAME)
                .start();
    }

    @Override
    public void reshape(GLAutoDrawable drawable, int xPx, int yPx, int widthPx, int heightPx) {
        // The size stays as it was in init.
    }

    @Override
    public void display(GLAutoDrawable drawable) {
        draw(drawable.getGL(), drawable.getSurfaceWidth(), drawable.getSurfaceHeight());
        recorder.capture();
        frame++;
    }

    private void draw(GL gl, int widthPx, int heightPx) {
        float grey = 8 * frame / 255f;
        gl.glDisable(GL.GL_SCISSOR_TEST);
        gl.glClearColor(grey, grey, grey, 1);
        gl.glClear(GL.GL_COLOR_BUFFER_BIT);
        gl.glEnable(GL.GL_SCISSOR_TEST);
        gl.glScissor(0, heightPx / 2, widthPx / 2, heightPx / 2);
        gl.glClearColor(1, 0, 0, 1);
        gl.glClear(GL.GL_COLOR_BUFFER_BIT);
    }

    @Override
    public void dispose(GLAutoDrawable drawable) {
        recorder.close();
    }

    Stats stats() {
        return recorder.stats();
    }
}
