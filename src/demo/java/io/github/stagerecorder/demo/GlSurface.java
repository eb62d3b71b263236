package io.github.stagerecorder.demo;

/**
 * Somewhere to draw with OpenGL 3.3 core: a window, or memory that nobody sees.
 *
 * <p>Creating one makes its context current on the calling thread, and that thread alone uses and closes it. The
 * framebuffer to draw on and to read from is bound.
 */
public interface GlSurface extends AutoCloseable {
    /** The framebuffer's width. */
    int widthPx();

    /** The framebuffer's height. */
    int heightPx();

    /**
     * Shows what was drawn and handles what the user did.
     *
     * @return false when the user wants to close the surface
     */
    boolean present();

    /** The name that the OpenGL driver gives its renderer. */
    String renderer();

    /** Destroys the context and all that lives in it. Closing twice does nothing. */
    @Override
    void close();
}
