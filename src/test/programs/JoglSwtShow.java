import com.jogamp.opengl.GL;
import com.jogamp.opengl.GLAutoDrawable;
import com.jogamp.opengl.GLCapabilities;
import com.jogamp.opengl.GLEventListener;
import com.jogamp.opengl.GLProfile;
import com.jogamp.opengl.swt.GLCanvas;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** JOGL's canvas for SWT without a recorder, until its input ends. AgentToolkitsTest runs it. */
final class JoglSwtShow implements GLEventListener {
    private final Display display = new Display();
    private final Shell shell = new Shell(display, SWT.NO_TRIM);
    private final GLCanvas canvas;
    private int frame;

    private JoglSwtShow() {
        canvas = GLCanvas.create(shell, 0, new GLCapabilities(GLProfile.getDefault()), null);
        shell.setLayout(new FillLayout());
        canvas.addGLEventListener(this);
        shell.setSize(320, 240);
        shell.open();
        canvas.forceFocus();
    }

    public static void main(String[] args) {
        JoglSwtShow show = new JoglSwtShow();
        show.tick();
        while (!show.shell.isDisposed()) {
            if (!show.display.readAndDispatch()) {
                show.display.sleep();
            }
        }
        show.display.dispose();
    }

    private void tick() {
        try {
            if (System.in.available() > 0) {
                shell.dispose();
                return;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        canvas.display();
        display.timerExec(16, this::tick);
    }

    @Override
    public void init(GLAutoDrawable drawable) {}

    @Override
    public void reshape(GLAutoDrawable drawable, int x, int y, int width, int height) {}

    @Override
    public void dispose(GLAutoDrawable drawable) {}

    @Override
    public void display(GLAutoDrawable drawable) {
        GL gl = drawable.getGL();
        float grey = System.currentTimeMillis() / 20 % 251 / 255f;
        gl.glDisable(GL.GL_SCISSOR_TEST);
        gl.glClearColor(grey, grey, grey, 1);
        gl.glClear(GL.GL_COLOR_BUFFER_BIT);
        gl.glEnable(GL.GL_SCISSOR_TEST);
        gl.glScissor(0, drawable.getSurfaceHeight() / 2, drawable.getSurfaceWidth() / 2, drawable.getSurfaceHeight());
        gl.glClearColor(1, 0, 0, 1);
        gl.glClear(GL.GL_COLOR_BUFFER_BIT);
        if (++frame == 10) {
            System.out.println("shown");
        }
    }
}
