package io.github.stagerecorder.demo;

import static org.lwjgl.egl.EGL10.*;
import static org.lwjgl.egl.EGL12.EGL_OPENGL_ES_API;
import static org.lwjgl.egl.EGL12.EGL_RENDERABLE_TYPE;
import static org.lwjgl.egl.EGL12.eglBindAPI;
import static org.lwjgl.egl.EGL13.EGL_OPENGL_ES2_BIT;
import static org.lwjgl.egl.EGL14.EGL_OPENGL_API;
import static org.lwjgl.egl.EGL14.EGL_OPENGL_BIT;
import static org.lwjgl.egl.EGL15.EGL_CONTEXT_MAJOR_VERSION;
import static org.lwjgl.egl.EGL15.EGL_CONTEXT_OPENGL_COMPATIBILITY_PROFILE_BIT;
import static org.lwjgl.egl.EGL15.EGL_CONTEXT_OPENGL_PROFILE_MASK;
import static org.lwjgl.opengl.GL11C.glGetError;

import org.lwjgl.PointerBuffer;
import org.lwjgl.egl.EGL;
import org.lwjgl.opengl.GL;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/**
 * A context of OpenGL (compatibility) or OpenGL ES in the version that Mesa is told by the environment, and pbuffers of
 * any size as its surfaces.
 */
public final class PbufferContext implements AutoCloseable {
    private final long display;
    private final long context;
    private final boolean es;

    /** @param major the version that is asked for */
    public PbufferContext(boolean es, int major) {
        this.es = es;
        display = EglDisplay.open();
        int[] wanted = es
                ? new int[] {EGL_CONTEXT_MAJOR_VERSION, major, EGL_NONE}
                : new int[] {
                    EGL_CONTEXT_MAJOR_VERSION,
                    major,
                    EGL_CONTEXT_OPENGL_PROFILE_MASK,
                    EGL_CONTEXT_OPENGL_COMPATIBILITY_PROFILE_BIT,
                    EGL_NONE
                };
        require(eglBindAPI(es ? EGL_OPENGL_ES_API : EGL_OPENGL_API));
        context = create(display, wanted);
        require(context != EGL_NO_CONTEXT);
    }

    /** Without a configuration (EGL_KHR_no_config_context), so that every surface fits; LWJGL's method wants one. */
    private static long create(long display, int[] wanted) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            long attributes = MemoryUtil.memAddress(stack.ints(wanted));
            long create = EGL.getCapabilities().eglCreateContext;
            return JNI.callPPPPP(display, MemoryUtil.NULL, EGL_NO_CONTEXT, attributes, create);
        }
    }

    /** Makes the context current without a surface. */
    public void makeCurrent() {
        makeCurrent(EGL_NO_SURFACE, EGL_NO_SURFACE);
    }

    /** Returns a pbuffer of this size, with 8 bits of each colour. */
    public long newPbuffer(int widthPx, int heightPx) {
        return newPbuffer(widthPx, heightPx, 8);
    }

    /** @param redBits 8 or 5, of its colours */
    public long newPbuffer(int widthPx, int heightPx, int redBits) {
        int[] size = {EGL_WIDTH, widthPx, EGL_HEIGHT, heightPx, EGL_NONE};
        long surface = eglCreatePbufferSurface(display, config(redBits), size);
        require(surface != EGL_NO_SURFACE);
        return surface;
    }

    private long config(int redBits) {
        int[] wanted = {
            EGL_SURFACE_TYPE,
            EGL_PBUFFER_BIT,
            EGL_RENDERABLE_TYPE,
            es ? EGL_OPENGL_ES2_BIT : EGL_OPENGL_BIT,
            EGL_RED_SIZE,
            redBits,
            EGL_NONE
        };
        try (MemoryStack stack = MemoryStack.stackPush()) {
            PointerBuffer configs = stack.mallocPointer(64);
            int[] count = new int[1];
            int[] bits = new int[1];
            require(eglChooseConfig(display, wanted, configs, count));
            for (int i = 0; i < count[0]; i++) {
                eglGetConfigAttrib(display, configs.get(i), EGL_RED_SIZE, bits);
                if (bits[0] == redBits) {
                    return configs.get(i);
                }
            }
        }
        throw new IllegalStateException("no configuration has " + redBits + " bits of red");
    }

    /** Makes the context current with these surfaces. */
    public void makeCurrent(long drawn, long read) {
        require(eglMakeCurrent(display, drawn, read, context));
        GL.createCapabilities();
        glGetError(); // of LWJGL, which asks OpenGL ES what only OpenGL knows
    }

    private static void require(boolean done) {
        if (!done) {
            throw new IllegalStateException("EGL error 0x" + Integer.toHexString(eglGetError()));
        }
    }

    @Override
    public void close() {
        GL.setCapabilities(null);
        eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        eglDestroyContext(display, context);
    }
}
