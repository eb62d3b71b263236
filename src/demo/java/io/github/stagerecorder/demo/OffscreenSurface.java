package io.github.stagerecorder.demo;

import static org.lwjgl.opengl.GL33C.GL_COLOR_ATTACHMENT0;
import static org.lwjgl.opengl.GL33C.GL_FRAMEBUFFER;
import static org.lwjgl.opengl.GL33C.GL_FRAMEBUFFER_COMPLETE;
import static org.lwjgl.opengl.GL33C.GL_MAX_RENDERBUFFER_SIZE;
import static org.lwjgl.opengl.GL33C.GL_NO_ERROR;
import static org.lwjgl.opengl.GL33C.GL_RENDERBUFFER;
import static org.lwjgl.opengl.GL33C.GL_RENDERER;
import static org.lwjgl.opengl.GL33C.GL_RGBA8;
import static org.lwjgl.opengl.GL33C.glBindFramebuffer;
import static org.lwjgl.opengl.GL33C.glBindRenderbuffer;
import static org.lwjgl.opengl.GL33C.glCheckFramebufferStatus;
import static org.lwjgl.opengl.GL33C.glDeleteRenderbuffers;
import static org.lwjgl.opengl.GL33C.glFlush;
import static org.lwjgl.opengl.GL33C.glFramebufferRenderbuffer;
import static org.lwjgl.opengl.GL33C.glGenFramebuffers;
import static org.lwjgl.opengl.GL33C.glGenRenderbuffers;
import static org.lwjgl.opengl.GL33C.glGetError;
import static org.lwjgl.opengl.GL33C.glGetInteger;
import static org.lwjgl.opengl.GL33C.glGetString;
import static org.lwjgl.opengl.GL33C.glRenderbufferStorage;

/** An 8-bit RGBA framebuffer object that is drawn without any display. */
public final class OffscreenSurface implements GlSurface {
    private final OffscreenContext context = OffscreenContext.open();
    private final int framebuffer;
    private int renderbuffer;
    private int widthPx;
    private int heightPx;

    /**
     * Makes the surface current and binds its framebuffer for drawing and reading.
     *
     * @throws IllegalStateException if this machine cannot draw without a display
     * @throws IllegalArgumentException if the driver cannot create a framebuffer of this size
     */
    public OffscreenSurface(int widthPx, int heightPx) {
        try {
            framebuffer = glGenFramebuffers();
            glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
            resize(widthPx, heightPx);
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    /** Changes the size of the framebuffer. Its content is lost. */
    public void resize(int widthPx, int heightPx) {
        checkSize(widthPx, heightPx);
        int wanted = glGenRenderbuffers();
        glBindRenderbuffer(GL_RENDERBUFFER, wanted);
        glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, widthPx, heightPx);
        if (glGetError() != GL_NO_ERROR) {
            glDeleteRenderbuffers(wanted);
            throw new IllegalArgumentException("The driver has no memory for " + widthPx + "x" + heightPx);
        }
        attach(wanted);
        this.widthPx = widthPx;
        this.heightPx = heightPx;
    }

    private static void checkSize(int widthPx, int heightPx) {
        int limitPx = glGetInteger(GL_MAX_RENDERBUFFER_SIZE);
        if (Math.min(widthPx, heightPx) < 1 || Math.max(widthPx, heightPx) > limitPx) {
            throw new IllegalArgumentException("A surface of " + widthPx + "x" + heightPx
                    + " is not possible: the driver takes 1x1 to " + limitPx + "x" + limitPx);
        }
    }

    private void attach(int wanted) {
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, wanted);
        glDeleteRenderbuffers(renderbuffer);
        renderbuffer = wanted;
        if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) {
            throw new IllegalStateException("The driver cannot draw on an 8-bit RGBA renderbuffer");
        }
    }

    @Override
    public int widthPx() {
        return widthPx;
    }

    @Override
    public int heightPx() {
        return heightPx;
    }

    /** Submits the drawing to the driver. There is nothing to show, and no user who could close the surface. */
    @Override
    public boolean present() {
        glFlush();
        return true;
    }

    @Override
    public String renderer() {
        return glGetString(GL_RENDERER);
    }

    /** Destroys the context, and the framebuffer with it. */
    @Override
    public void close() {
        context.close();
    }
}
