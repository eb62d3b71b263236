package io.github.stagerecorder.demo;

import static org.lwjgl.opengl.GL33C.GL_BLEND;
import static org.lwjgl.opengl.GL33C.GL_ONE;
import static org.lwjgl.opengl.GL33C.GL_ONE_MINUS_SRC_ALPHA;
import static org.lwjgl.opengl.GL33C.GL_SRC_ALPHA;
import static org.lwjgl.opengl.GL33C.glBlendFuncSeparate;
import static org.lwjgl.opengl.GL33C.glDisable;
import static org.lwjgl.opengl.GL33C.glEnable;
import static org.lwjgl.opengl.GL33C.glViewport;

/**
 * An animated picture that is unlike its mirror images, drawn on the current framebuffer.
 *
 * <p>It depends on its frame number, its time and its size alone, so that any frame can be drawn again. In the
 * middle stands the {@link FrameNumber}, in the corners the {@link CornerPatch}es.
 */
public final class Stage implements AutoCloseable {
    private final ColourShader shader = new ColourShader();
    private final TriangleBatch triangles = new TriangleBatch();
    private final Brush brush = new Brush(triangles);
    private int widthPx;
    private int heightPx;

    /** Prepares drawing; the current context must know OpenGL 3.3. */
    public Stage(int widthPx, int heightPx) {
        resize(widthPx, heightPx);
    }

    /** From now on the picture is this large; its lower left corner is the framebuffer's. */
    public void resize(int widthPx, int heightPx) {
        this.widthPx = widthPx;
        this.heightPx = heightPx;
    }

    /** Draws one frame over all that was there. */
    public void draw(int frameNumber, double timeSeconds) {
        glViewport(0, 0, widthPx, heightPx);
        shader.use(widthPx, heightPx);
        glDisable(GL_BLEND);
        Backdrop.paint(brush, widthPx, heightPx, timeSeconds);
        triangles.draw();
        blendKeepingOpaque();
        Actors.paint(brush, widthPx, heightPx, timeSeconds);
        triangles.draw();
        glDisable(GL_BLEND);
        Marks.paint(brush, widthPx, heightPx, frameNumber);
        triangles.draw();
    }

    /** The picture's own alpha stays 1, for who records it. */
    private static void blendKeepingOpaque() {
        glEnable(GL_BLEND);
        glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    }

    @Override
    public void close() {
        triangles.close();
        shader.close();
    }
}
