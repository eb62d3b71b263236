import com.jogamp.newt.opengl.GLWindow;
import com.jogamp.opengl.GL;
import com.jogamp.opengl.GLAutoDrawable;
import com.jogamp.opengl.GLCapabilities;
import com.jogamp.opengl.GLDrawableFactory;
import com.jogamp.opengl.GLEventListener;
import com.jogamp.opengl.GLProfile;
import com.jogamp.opengl.awt.GLCanvas;
import com.jogamp.opengl.awt.GLJPanel;
import com.jogamp.opengl.util.FPSAnimator;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.EventQueue;
import javax.swing.JFrame;

/**
 * JOGL without a recorder: {@code JoglShow window|canvas|panel|offscreen [astray]}, until its input ends. If it is astray,
 * it leaves a small green framebuffer of its own bound.
 */
final class JoglShow implements GLEventListener {
    private static boolean isAstray;

    private int own; // framebuffer
    private int frame;

    public static void main(String[] args) throws Exception {
        GLCapabilities capabilities = new GLCapabilities(GLProfile.getDefault());
        isAstray = args.length > 1;
        switch (args[0]) {
            case "window" -> window(capabilities);
            case "canvas" -> inFrame(new GLCanvas(capabilities));
            case "panel" -> panel(capabilities);
            default -> offscreen(capabilities);
        }
    }

    private static void window(GLCapabilities capabilities) throws Exception {
        GLWindow window = GLWindow.create(capabilities);
        window.setSize(320, 240);
        window.addGLEventListener(new JoglShow());
        FPSAnimator animator = new FPSAnimator(window, 60);
        window.setVisible(true);
        animator.start();
        System.in.read();
        animator.stop();
        window.destroy();
    }

    private static void panel(GLCapabilities capabilities) throws Exception {
        capabilities.setSampleBuffers(true);
        capabilities.setNumSamples(4);
        inFrame(new GLJPanel(capabilities));
    }

    private static <C extends Component & GLAutoDrawable> void inFrame(C component) throws Exception {
        JFrame window = new JFrame("JoglShow");
        EventQueue.invokeAndWait(() -> {
            component.setPreferredSize(new Dimension(320, 240));
            component.addGLEventListener(new JoglShow());
            window.add(component);
            window.pack();
            window.setVisible(true);
            component.requestFocus();
            new FPSAnimator(component, 60).start();
        });
        System.in.read();
        EventQueue.invokeAndWait(window::dispose);
        System.exit(0);
    }

    private static void offscreen(GLCapabilities capabilities) throws Exception {
        capabilities.setOnscreen(false);
        GLAutoDrawable drawable = GLDrawableFactory.getFactory(capabilities.getGLProfile())
                .createOffscreenAutoDrawable(null, capabilities, null, 320, 240);
        drawable.addGLEventListener(new JoglShow());
        while (System.in.available() == 0) {
            drawable.display();
            Thread.sleep(16);
        }
        drawable.destroy();
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
        gl.glBindFramebuffer(GL.GL_FRAMEBUFFER, gl.getContext().getDefaultDrawFramebuffer());
        float grey = System.currentTimeMillis() / 20 % 251 / 255f;
        gl.glDisable(GL.GL_SCISSOR_TEST);
        gl.glClearColor(grey, grey, grey, 1);
        gl.glClear(GL.GL_COLOR_BUFFER_BIT);
        gl.glEnable(GL.GL_SCISSOR_TEST);
        gl.glScissor(0, drawable.getSurfaceHeight() / 2, drawable.getSurfaceWidth() / 2, drawable.getSurfaceHeight());
        gl.glClearColor(1, 0, 0, 1);
        gl.glClear(GL.GL_COLOR_BUFFER_BIT);
        gl.glDisable(GL.GL_SCISSOR_TEST);
        if (isAstray) {
            bindOwn(gl);
        }
        if (++frame == 10) {
            System.out.println("shown");
        }
    }
    private void bindOwn(GL gl) {
        if (own == 0) {
            int[] name = new int[1];
            gl.glGenFramebuffers(1, name, 0);
            own = name[0];
            gl.glBindFramebuffer(GL.GL_FRAMEBUFFER, own);
            gl.glGenTextures(1, name, 0);
            gl.glBindTexture(GL.GL_TEXTURE_2D, name[0]);
            gl.glTexImage2D(GL.GL_TEXTURE_2D, 0, GL.GL_RGBA, 64, 64, 0, GL.GL_RGBA, GL.GL_UNSIGNED_BYTE, null);
            gl.glFramebufferTexture2D(
                    GL.GL_FRAMEBUFFER, GL.GL_COLOR_ATTACHMENT0, GL.GL_TEXTURE_2D, name[0], 0);
            gl.glClearColor(0, 1, 0, 1);
            gl.glClear(GL.GL_COLOR_BUFFER_BIT);
        }
        gl.glBindFramebuffer(GL.GL_FRAMEBUFFER, own);
    }
}
