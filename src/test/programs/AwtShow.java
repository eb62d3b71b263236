import static org.lwjgl.opengl.GL11C.GL_COLOR_BUFFER_BIT;
import static org.lwjgl.opengl.GL11C.GL_SCISSOR_TEST;
import static org.lwjgl.opengl.GL11C.glClear;
import static org.lwjgl.opengl.GL11C.glClearColor;
import static org.lwjgl.opengl.GL11C.glDisable;
import static org.lwjgl.opengl.GL11C.glEnable;
import static org.lwjgl.opengl.GL11C.glScissor;

import java.awt.Dimension;
import java.awt.EventQueue;
import javax.swing.JFrame;
import javax.swing.Timer;
import org.lwjgl.opengl.GL;
import org.lwjgl.opengl.awt.AWTGLCanvas;
import org.lwjgl.opengl.awt.GLData;

/** A canvas of lwjgl3-awt without a recorder, until its input ends. AgentToolkitsTest runs it. */
final class AwtShow {
    public static void main(String[] args) throws Exception {
        JFrame window = new JFrame("AwtShow");
        Canvas canvas = new Canvas();
        Timer timer = new Timer(16, tick -> {
            canvas.render();
            canvas.swapBuffers(); // of which nothing is recorded, because its context is not current
        });
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
            window.dispose();
        });
        System.exit(0);
    }

    private static final class Canvas extends AWTGLCanvas {
        private int frame;

        Canvas() {
            super(new GLData());
        }

        @Override
        public void initGL() {
            GL.createCapabilities();
        }

        @Override
        public void paintGL() {
            float grey = System.currentTimeMillis() / 20 % 251 / 255f;
            glDisable(GL_SCISSOR_TEST);
            glClearColor(grey, grey, grey, 1);
            glClear(GL_COLOR_BUFFER_BIT);
            glEnable(GL_SCISSOR_TEST);
            glScissor(0, getFramebufferHeight() / 2, getFramebufferWidth() / 2, getFramebufferHeight());
            glClearColor(1, 0, 0, 1);
            glClear(GL_COLOR_BUFFER_BIT);
            swapBuffers();
            if (++frame == 10) {
                System.out.println("shown");
            }
        }
    }
}
