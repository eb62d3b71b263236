package io.github.stagerecorder.fuzz;

import io.github.stagerecorder.demo.OffscreenSurface;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.lwjgl.egl.EGL10;
import org.lwjgl.egl.EGL14;
import org.lwjgl.opengl.GL;
import org.lwjgl.opengl.GLCapabilities;

/** The GL context that is recorded, which a program may leave, release, replace, or move to another thread. */
final class Contexts implements AutoCloseable {
    private final int widthPx;
    private final int heightPx;
    private final OffscreenSurface another;
    private OffscreenSurface recorded;
    private final Current ofAnother;
    private Current ofRecorded;
    private boolean current;
    private boolean replaced;

    /** What makes a context current. */
    private record Current(long display, long context, GLCapabilities functions) {
        static Current now() {
            return new Current(EGL10.eglGetCurrentDisplay(), EGL14.eglGetCurrentContext(), GL.getCapabilities());
        }

        void make() {
            EGL10.eglMakeCurrent(display, EGL10.EGL_NO_SURFACE, EGL10.EGL_NO_SURFACE, context);
            GL.setCapabilities(functions);
        }

        void release() {
            GL.setCapabilities(null);
            EGL10.eglMakeCurrent(display, EGL10.EGL_NO_SURFACE, EGL10.EGL_NO_SURFACE, EGL10.EGL_NO_CONTEXT);
        }
    }

    Contexts(int widthPx, int heightPx) {
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        another = new OffscreenSurface(widthPx, heightPx);
        ofAnother = Current.now();
        openRecorded();
    }

    private void openRecorded() {
        recorded = new OffscreenSurface(widthPx, heightPx);
        ofRecorded = Current.now();
        current = true;
    }

    /** Returns whether the context that is recorded is current on this thread. */
    boolean isCurrent() {
        return current;
    }

    /** Returns whether the recording may go on in any context, because the one of its start is destroyed. */
    boolean isReplaced() {
        return replaced;
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
