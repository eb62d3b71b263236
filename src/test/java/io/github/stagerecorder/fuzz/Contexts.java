package io.github.stagerecorder.fuzz;

import static org.lwjgl.opengl.GL30C.*;

import io.github.stagerecorder.CurrentContext;
import io.github.stagerecorder.demo.OffscreenSurface;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** The GL context that is recorded, which a program may leave, release, replace, or move to another thread. */
final class Contexts implements AutoCloseable {
    private static final int SMALLER = 8;

    private final int widthPx;
    private final int heightPx;
    private final OffscreenSurface another;
    private OffscreenSurface recorded;
    private final CurrentContext ofAnother;
    private CurrentContext ofRecorded;
    private boolean current;
    private int ownFramebuffer;
    private boolean smaller;
    private boolean replaced;

    Contexts(int widthPx, int heightPx) {
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        another = new OffscreenSurface(widthPx, heightPx);
        ofAnother = CurrentContext.now();
        openRecorded();
    }

    private void openRecorded() {
        recorded = new OffscreenSurface(widthPx, heightPx);
        ofRecorded = CurrentContext.now();
        current = true;
        ownFramebuffer = glGetInteger(GL_FRAMEBUFFER_BINDING);
        smaller = false;
    }

    /** Returns whether the context that is recorded is current on this thread. */
    boolean isCurrent() {
        return current;
    }

    /** Returns whether the recording may go on in any context, because the one of its start is destroyed. */
    boolean isReplaced() {
        return replaced;
    }

    /** Binds a framebuffer of an eighth of the size, new each time, where the context is current. */
    void bindSmaller() {
        if (current) {
            glBindFramebuffer(GL_FRAMEBUFFER, glGenFramebuffers());
            glBindRenderbuffer(GL_RENDERBUFFER, glGenRenderbuffers());
            glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, widthPx / SMALLER, heightPx / SMALLER);
            glFramebufferRenderbuffer(
                    GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, glGetInteger(GL_RENDERBUFFER_BINDING));
            smaller = true;
        }
    }

    void bindOwn() {
        if (current) {
            glBindFramebuffer(GL_FRAMEBUFFER, ownFramebuffer);
            smaller = false;
        }
    }

    /** Returns whether the framebuffer that is bound in the context that is recorded has such a rectangle. */
    boolean holds(int rectWidthPx, int rectHeightPx) {
        int part = smaller ? SMALLER : 1;
        return rectWidthPx <= widthPx / part && rectHeightPx <= heightPx / part;
    }

    void leave() {
        ofAnother.make();
        current = false;
    }

    void release() {
        ofRecorded.release();
        current = false;
    }

    void comeBack() {
        ofRecorded.make();
        current = true;
    }

    /** Destroys the context that is recorded, and makes a new one current. */
    void replace() {
        recorded.close();
        openRecorded();
        replaced = true;
    }

    /** Runs it on another thread, where the context is current if it is so here. */
    <T> T elsewhere(boolean withContext, Supplier<T> body) {
        boolean moves = withContext && current;
        if (moves) {
            ofRecorded.release();
        }
        try {
            return CompletableFuture.supplyAsync(() -> moves ? inContext(body) : body.get())
                    .join();
        } catch (CompletionException e) {
            throw (RuntimeException) e.getCause();
        } finally {
            if (moves) {
                ofRecorded.make();
            }
        }
    }

    private <T> T inContext(Supplier<T> body) {
        ofRecorded.make();
        try {
            return body.get();
        } finally {
            ofRecorded.release();
        }
    }

    @Override
    public void close() {
        recorded.close();
        another.close();
    }
}
