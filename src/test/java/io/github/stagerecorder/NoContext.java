package io.github.stagerecorder;

import static org.lwjgl.egl.EGL10.EGL_NO_CONTEXT;
import static org.lwjgl.egl.EGL10.EGL_NO_SURFACE;
import static org.lwjgl.egl.EGL10.eglGetCurrentDisplay;
import static org.lwjgl.egl.EGL10.eglMakeCurrent;
import static org.lwjgl.egl.EGL14.eglGetCurrentContext;

import org.lwjgl.opengl.GL;

/** A while in which no GL context is current, or another one that {@code body} makes current. */
final class NoContext {
    private NoContext() {}

    /** Makes the present context, which needs no surface, current again at the end. */
    static void during(Runnable body) {
        long display = eglGetCurrentDisplay();
        long context = eglGetCurrentContext();
        var capabilities = GL.getCapabilities();
        makeCurrent(display, EGL_NO_CONTEXT);
        try {
            body.run();
        } finally {
            makeCurrent(display, context);
            GL.setCapabilities(capabilities);
        }
    }

    private static void makeCurrent(long display, long context) {
        eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context);
    }
}
