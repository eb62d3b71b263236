import static org.lwjgl.opengl.GL11.*;

import io.github.stagerecorder.StageRecorder;
import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.opengl.GLCanvas;
import org.eclipse.swt.opengl.GLData;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.lwjgl.opengl.GL;

/** A canvas of SWT, drawn by LWJGL and recorded until its window is closed: {@code mvn -q compile exec:exec}. */
public final class SwtExample {
    public static void main(String[] args) {
        Display display = new Display();
        Shell shell = new Shell(display);
        shell.setText("StageRecorder and SWT");
        shell.setLayout(new FillLayout());
        GLData data = new GLData();
        data.doubleBuffer = true;
        GLCanvas canvas = new GLCanvas(shell, SWT.NONE, data);
        shell.setSize(shell.computeSize(640, 360));
        shell.open();

        canvas.setCurrent();
        GL.createCapabilities();
        StageRecorder recorder =
                StageRecorder.builder(Path.of("swt.mp4")).overwrite(true).start();
        canvas.addDisposeListener(event -> {
            canvas.setCurrent();
            recorder.close(); // before the canvas and its context are gone: the file is complete here
        });
        paint(canvas, recorder);
        while (!shell.isDisposed()) {
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
        display.dispose();
    }

    private static void paint(GLCanvas canvas, StageRecorder recorder) {
        if (canvas.isDisposed()) {
            return;
        }
        canvas.setCurrent();
        glViewport(0, 0, canvas.getSize().x, canvas.getSize().y);
        drawTriangle(System.nanoTime() / 1e9);
        recorder.capture(); // after painting, before the swap
        canvas.swapBuffers();
        canvas.getDisplay().timerExec(16, () -> paint(canvas, recorder));
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
