package io.github.stagerecorder;

import static org.lwjgl.egl.EGL10.EGL_NO_CONTEXT;
import static org.lwjgl.egl.EGL10.EGL_NO_SURFACE;
import static org.lwjgl.egl.EGL10.eglGetCurrentDisplay;
import static org.lwjgl.egl.EGL10.eglMakeCurrent;
import static org.lwjgl.egl.EGL14.eglGetCurrentContext;
import static org.lwjgl.glfw.GLFW.glfwGetCurrentContext;
import static org.lwjgl.glfw.GLFW.glfwMakeContextCurrent;

import org.junit.jupiter.api.condition.OS;
import org.lwjgl.opengl.GL;
import org.lwjgl.opengl.GLCapabilities;
import org.lwjgl.system.MemoryUtil;

/**
 * The GL context that was current, with what makes it current again on any thread. It is that of an OffscreenSurface: a
 * window of GLFW's on Windows, and a context of EGL's without a surface elsewhere.
 *
 * @param display EGL's display, or 0 on Windows
 * @param handle EGL's context or GLFW's window
 */
public record CurrentContext(long display, long handle, GLCapabilities functions) {
    private static final boolean IS_WINDOW = OS.WINDOWS.isCurrentOs();

    /** Returns the one of this thread. */
    public static CurrentContext now() {
        return IS_WINDOW
                ? new CurrentContext(MemoryUtil.NULL, glfwGetCurrentContext(), GL.getCapabilities())
                : new CurrentContext(eglGetCurrentDisplay(), eglGetCurrentContext(), GL.getCapabilities());
    }

    /** Makes it current on this thread. */
    public void make() {
        makeCurrent(handle);
        GL.setCapabilities(functions);
    }

    /** Leaves this thread without a context. */
    public void release() {
        GL.setCapabilities(null);
        makeCurrent(EGL_NO_CONTEXT);
    }

    private void makeCurrent(long wanted) {
        if (IS_WINDOW) {
            glfwMakeContextCurrent(wanted);
        } else {
            eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, wanted);
        }
    }
}
