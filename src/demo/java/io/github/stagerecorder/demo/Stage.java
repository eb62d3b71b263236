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
 * Draws an animated picture on the current framebuffer. The picture differs from its mirror images.
 *
 * <p>It depends only on its frame number, time and size, so any frame can be drawn again. The {@link FrameNumber} is in
 * the middle and the {@link CornerPatch}es are in the corners.
 */
public final class Stage implements AutoCloseable {
    private final ColourShader shader = new ColourShader();
    private final TriangleBatch triangles = new TriangleBatch();
    private final Brush brush = new Brush(triangles);
    private int widthPx;
    private int heightPx;

    /** Prepares drawing. The current context must support OpenGL 3.3. */
    public Stage(int widthPx, int heightPx) {
        resize(widthPx, heightPx);
    }

    /** Sets the size of the picture from now on. Its lower left corner is the framebuffer's lower left corner. */
    public void resize(int widthPx, int heightPx) {
        this.widthPx = widthPx;
        this.heightPx = heightPx;
    }

    /** Draws one frame over the previous content. */
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

    /** Keeps the picture's alpha at 1, for recorders that use it. */
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
