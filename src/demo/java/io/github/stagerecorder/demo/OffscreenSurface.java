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

/** A framebuffer object of 8-bit RGBA, drawn on without any display. */
public final class OffscreenSurface implements GlSurface {
    private final EglContext context = new EglContext();
    private final int framebuffer;
    private int renderbuffer;
    private int widthPx;
    private int heightPx;

    /**
     * Makes the surface current, its framebuffer bound for drawing and reading.
     *
     * @throws IllegalStateException when this machine cannot draw without a display
     * @throws IllegalArgumentException when the driver cannot make a framebuffer of this size
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

    /** Gives the framebuffer another size; what was drawn is lost. */
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

    /** Nobody looks, and nobody closes: hands the drawing to the driver. */
    @Override
    public boolean present() {
        glFlush();
        return true;
    }

    @Override
    public String renderer() {
        return glGetString(GL_RENDERER);
    }

    /** The framebuffer goes with its context. */
    @Override
    public void close() {
        context.close();
    }
}
