package io.github.stagerecorder.demo;

/**
 * A surface to draw on with OpenGL 3.3 core: a window, or memory that is not shown.
 *
 * <p>Creating a surface makes its context current on the calling thread. Only that thread may use and close it. The
 * framebuffer to draw to and to read from is bound.
 */
public interface GlSurface extends AutoCloseable {
    /** Returns the framebuffer's width. */
    int widthPx();

    /** Returns the framebuffer's height. */
    int heightPx();

    /**
     * Shows what was drawn and handles the user's input.
     *
     * @return false if the user wants to close the surface
     */
    boolean present();

    /** Returns the name of the OpenGL renderer, as the driver reports it. */
    String renderer();

    /** Destroys the context and all its objects. Closing twice has no effect. */
    @Override
    void close();
}
