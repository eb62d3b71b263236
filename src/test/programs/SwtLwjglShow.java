import static org.lwjgl.opengl.GL11C.GL_COLOR_BUFFER_BIT;
import static org.lwjgl.opengl.GL11C.GL_SCISSOR_TEST;
import static org.lwjgl.opengl.GL11C.glClear;
import static org.lwjgl.opengl.GL11C.glClearColor;
import static org.lwjgl.opengl.GL11C.glDisable;
import static org.lwjgl.opengl.GL11C.glEnable;
import static org.lwjgl.opengl.GL11C.glScissor;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.swt.SWT;
import org.lwjgl.opengl.swt.GLCanvas;
import org.lwjgl.opengl.swt.GLData;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.lwjgl.opengl.GL;

/** A canvas of lwjgl3-swt without a recorder, until its input ends. AgentToolkitsTest runs it. */
final class SwtLwjglShow {
    private final Display display = new Display();
    private final Shell shell = new Shell(display, SWT.NO_TRIM);
    private final GLCanvas canvas;
    private int frame;

    private SwtLwjglShow() {
        GLData data = new GLData();
        data.doubleBuffer = true;
        data.majorVersion = 3;
        data.minorVersion = 3;
        data.profile = GLData.Profile.CORE;
        canvas = new GLCanvas(shell, SWT.NO_BACKGROUND, data);
        shell.setLayout(new FillLayout());
        shell.setSize(320, 240);
        shell.open();
        canvas.forceFocus();
        canvas.setCurrent();
        GL.createCapabilities();
    }

    public static void main(String[] args) {
        SwtLwjglShow show = new SwtLwjglShow();
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
        paint();
        display.timerExec(16, this::tick);
    }

    private void paint() {
        float grey = System.currentTimeMillis() / 20 % 251 / 255f;
        canvas.setCurrent();
        glDisable(GL_SCISSOR_TEST);
        glClearColor(grey, grey, grey, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        glEnable(GL_SCISSOR_TEST);
        glScissor(0, 120, 160, 120);
        glClearColor(1, 0, 0, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        canvas.swapBuffers();
        if (++frame == 10) {
            System.out.println("shown");
        }
    }
}
