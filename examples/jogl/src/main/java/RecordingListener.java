import com.jogamp.opengl.GLAutoDrawable;
import com.jogamp.opengl.GLEventListener;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.StageRecorder;

/**
 * Records what the listeners before it paint: add it behind them, to a GLWindow, a GLCanvas or an offscreen drawable. For
 * a GLJPanel the options need {@code framebuffer(BoundFramebuffer.DRAW)}.
 */
public final class RecordingListener implements GLEventListener {
    private final RecorderBuilder options;
    private StageRecorder recorder;

    public RecordingListener(RecorderBuilder options) {
        this.options = options;
    }

    @Override
    public void init(GLAutoDrawable drawable) {
        recorder = options.start();
    }

    @Override
    public void display(GLAutoDrawable drawable) {
        recorder.capture(); // after painting; JOGL swaps when all listeners have returned
    }

    @Override
    public void dispose(GLAutoDrawable drawable) {
        recorder.close(); // the file is complete here
    }

    @Override
    public void reshape(GLAutoDrawable drawable, int x, int y, int width, int height) {
        // The recorder notices by itself.
    }
}
