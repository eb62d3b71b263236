import com.jogamp.opengl.GL2;
import com.jogamp.opengl.GLAutoDrawable;
import com.jogamp.opengl.GLEventListener;

/** A listener that knows nothing of the recorder. */
final class TrianglePainter implements GLEventListener {
    @Override
    public void display(GLAutoDrawable drawable) {
        GL2 gl = drawable.getGL().getGL2();
        float x = (float) Math.sin(System.nanoTime() / 1e9) / 2;
        gl.glClearColor(0.1f, 0.1f, 0.2f, 1);
        gl.glClear(GL2.GL_COLOR_BUFFER_BIT);
        gl.glBegin(GL2.GL_TRIANGLES);
        gl.glColor3f(1, 0, 0);
        gl.glVertex2f(x - 0.4f, -0.7f);
        gl.glColor3f(0, 1, 0);
        gl.glVertex2f(x + 0.4f, -0.7f);
        gl.glColor3f(0, 0, 1);
        gl.glVertex2f(x, 0.7f);
        gl.glEnd();
    }

    @Override
    public void init(GLAutoDrawable drawable) {}

    @Override
    public void reshape(GLAutoDrawable drawable, int x, int y, int width, int height) {}

    @Override
    public void dispose(GLAutoDrawable drawable) {}
}
