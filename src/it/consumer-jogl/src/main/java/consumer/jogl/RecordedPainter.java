package consumer.jogl;

import com.jogamp.opengl.GL;
import com.jogamp.opengl.GLAutoDrawable;
import com.jogamp.opengl.GLEventListener;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import java.awt.EventQueue;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Paints 30 frames with JOGL and records each. {@code CheckRecording} describes the pictures. */
final class RecordedPainter implements GLEventListener {
    static final int FRAMES = 30;

    private final RecorderBuilder builder;
    private final CountDownLatch last = new CountDownLatch(1);
    private final Map<Integer, Runnable> tasks = new HashMap<>();
    private StageRecorder recorder;
    private int frame;

    RecordedPainter(RecorderBuilder builder) {
        this.builder = builder.frameRate(30).timing(Timing.FRAME_BY_FRAME);
    }

    /** Runs a task on Swing's thread once so many frames have been painted. */
    void at(int frames, Runnable task) {
        tasks.put(frames, task);
    }

    @Override
    public void init(GLAutoDrawable drawable) {
        recorder = builder.start();
    }

    @Override
    public void reshape(GLAutoDrawable drawable, int xPx, int yPx, int widthPx, int heightPx) {
        // The recorder follows the size by itself.
    }

    @Override
    public void display(GLAutoDrawable drawable) {
        if (frame == FRAMES) {
            return;
        }
        draw(drawable.getGL(), drawable.getSurfaceWidth(), drawable.getSurfaceHeight());
        recorder.capture();
        frame++;
        if (tasks.containsKey(frame)) {
            EventQueue.invokeLater(tasks.get(frame));
        }
        if (frame == FRAMES) {
            last.countDown();
        }
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
        System.out.println(recorder.stats());
    }

    void awaitLastFrame() throws InterruptedException {
        if (!last.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("only " + frame + " frames were painted: " + recorder.stats());
        }
    }
}
