import java.awt.Dimension;
import java.awt.EventQueue;
import javax.swing.JFrame;
import javax.swing.Timer;
import org.lwjgl.LWJGLException;
import org.lwjgl.opengl.AWTGLCanvas;
import org.lwjgl.opengl.GL11;

/** A canvas for AWT of LWJGL 2 without a recorder, until its input ends. AgentToolkitsTest runs it. */
final class OldAwtShow {
    public static void main(String[] args) throws Exception {
        JFrame window = new JFrame("OldAwtShow");
        Canvas canvas = new Canvas();
        Timer timer = new Timer(16, tick -> canvas.repaint());
        EventQueue.invokeAndWait(() -> {
            canvas.setPreferredSize(new Dimension(320, 240));
            window.add(canvas);
            window.pack();
            window.setVisible(true);
            canvas.requestFocus();
            timer.start();
        });
        System.in.read();
        EventQueue.invokeAndWait(() -> {
            timer.stop();
            canvas.destroy();
        });
        System.out.println("destroyed");
        System.exit(0);
    }

    private static final class Canvas extends AWTGLCanvas {
        private static final long serialVersionUID = 1;

        private int frame;

        Canvas() throws LWJGLException {}

        @Override
        protected void paintGL() {
            float grey = System.currentTimeMillis() / 20 % 251 / 255f;
            GL11.glDisable(GL11.GL_SCISSOR_TEST);
            GL11.glClearColor(grey, grey, grey, 1);
            GL11.glClear(GL11.GL_COLOR_BUFFER_BIT);
            GL11.glEnable(GL11.GL_SCISSOR_TEST);
            GL11.glScissor(0, getHeight() / 2, getWidth() / 2, getHeight());
            GL11.glClearColor(1, 0, 0, 1);
            GL11.glClear(GL11.GL_COLOR_BUFFER_BIT);
            try {
                swapBuffers();
            } catch (LWJGLException e) {
                throw new IllegalStateException(e);
            }
            if (++frame == 10) {
                System.out.println("shown");
            }
        }
    }
}
