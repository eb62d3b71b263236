package io.github.stagerecorder.demo;

import static org.lwjgl.egl.EGL10.EGL_NONE;
import static org.lwjgl.egl.EGL10.EGL_NO_CONTEXT;
import static org.lwjgl.egl.EGL10.EGL_NO_SURFACE;
import static org.lwjgl.egl.EGL10.EGL_SURFACE_TYPE;
import static org.lwjgl.egl.EGL10.eglChooseConfig;
import static org.lwjgl.egl.EGL10.eglCreateContext;
import static org.lwjgl.egl.EGL10.eglDestroyContext;
import static org.lwjgl.egl.EGL10.eglGetError;
import static org.lwjgl.egl.EGL10.eglMakeCurrent;
import static org.lwjgl.egl.EGL12.EGL_RENDERABLE_TYPE;
import static org.lwjgl.egl.EGL12.eglBindAPI;
import static org.lwjgl.egl.EGL14.EGL_OPENGL_API;
import static org.lwjgl.egl.EGL14.EGL_OPENGL_BIT;
import static org.lwjgl.egl.EGL14.eglGetCurrentContext;
import static org.lwjgl.egl.EGL15.EGL_CONTEXT_MAJOR_VERSION;
import static org.lwjgl.egl.EGL15.EGL_CONTEXT_MINOR_VERSION;
import static org.lwjgl.egl.EGL15.EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT;
import static org.lwjgl.egl.EGL15.EGL_CONTEXT_OPENGL_PROFILE_MASK;

import org.lwjgl.PointerBuffer;
import org.lwjgl.opengl.GL;
import org.lwjgl.system.MemoryStack;

/** An OpenGL 3.3 core context without a surface. It is current from its creation until it is closed. */
final class EglContext implements OffscreenContext {
    private static final int[] ANY_OPENGL = {
        EGL_SURFACE_TYPE, 0, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE,
    };
    private static final int[] CORE_3_3 = {
        EGL_CONTEXT_MAJOR_VERSION,
        3,
        EGL_CONTEXT_MINOR_VERSION,
        3,
        EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
        EGL_NONE,
    };

    private final long display;
    private long context;

    EglContext() {
        try {
            display = EglDisplay.open();
            context = createContext(display);
            makeCurrent(context);
            GL.createCapabilities();
        } catch (LinkageError e) {
            throw new IllegalStateException(
                    "OpenGL without a display needs the libraries libEGL and libGL "
                            + "(on Debian: libegl1, libgl1, libgl1-mesa-dri): " + e.getMessage(),
                    e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static long createContext(long display) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            PointerBuffer config = stack.mallocPointer(1);
            int[] count = new int[1];
            require(eglBindAPI(EGL_OPENGL_API), "use OpenGL");
            require(eglChooseConfig(display, ANY_OPENGL, config, count) && count[0] > 0, "find a configuration");
            long context = eglCreateContext(display, config.get(0), EGL_NO_CONTEXT, CORE_3_3);
            require(context != EGL_NO_CONTEXT, "create an OpenGL 3.3 core context");
            return context;
        }
    }

    private void makeCurrent(long wanted) {
        require(eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, wanted), "make its context current");
    }

    private static void require(boolean done, String what) {
        if (!done) {
            String error = Integer.toHexString(eglGetError());
            throw new IllegalStateException("EGL could not " + what + ": error 0x" + error);
        }
    }

    @Override
    public void close() {
        if (context == EGL_NO_CONTEXT) {
            return;
        }
        if (eglGetCurrentContext() == context) {
            GL.setCapabilities(null);
            makeCurrent(EGL_NO_CONTEXT);
        }
        eglDestroyContext(display, context);
        context = EGL_NO_CONTEXT;
    }
}
