package io.github.stagerecorder.demo;

import static org.lwjgl.egl.EGL10.EGL_EXTENSIONS;
import static org.lwjgl.egl.EGL10.EGL_NONE;
import static org.lwjgl.egl.EGL10.EGL_NO_CONTEXT;
import static org.lwjgl.egl.EGL10.EGL_NO_DISPLAY;
import static org.lwjgl.egl.EGL10.EGL_NO_SURFACE;
import static org.lwjgl.egl.EGL10.EGL_SURFACE_TYPE;
import static org.lwjgl.egl.EGL10.eglChooseConfig;
import static org.lwjgl.egl.EGL10.eglCreateContext;
import static org.lwjgl.egl.EGL10.eglDestroyContext;
import static org.lwjgl.egl.EGL10.eglGetError;
import static org.lwjgl.egl.EGL10.eglInitialize;
import static org.lwjgl.egl.EGL10.eglMakeCurrent;
import static org.lwjgl.egl.EGL10.eglQueryString;
import static org.lwjgl.egl.EGL12.EGL_RENDERABLE_TYPE;
import static org.lwjgl.egl.EGL12.eglBindAPI;
import static org.lwjgl.egl.EGL14.EGL_DEFAULT_DISPLAY;
import static org.lwjgl.egl.EGL14.EGL_OPENGL_API;
import static org.lwjgl.egl.EGL14.EGL_OPENGL_BIT;
import static org.lwjgl.egl.EGL14.eglGetCurrentContext;
import static org.lwjgl.egl.EGL15.EGL_CONTEXT_MAJOR_VERSION;
import static org.lwjgl.egl.EGL15.EGL_CONTEXT_MINOR_VERSION;
import static org.lwjgl.egl.EGL15.EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT;
import static org.lwjgl.egl.EGL15.EGL_CONTEXT_OPENGL_PROFILE_MASK;

import org.lwjgl.PointerBuffer;
import org.lwjgl.egl.EGL;
import org.lwjgl.egl.EGLCapabilities;
import org.lwjgl.opengl.GL;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/**
 * An OpenGL 3.3 core context without a surface, current from its creation until it is closed.
 *
 * <p>All contexts share the process's one display, which stays: ending it would end every other context.
 */
final class EglContext implements AutoCloseable {
    /** Of EGL_MESA_platform_surfaceless, which LWJGL does not list. */
    private static final int EGL_PLATFORM_SURFACELESS_MESA = 0x31DD;
    private static final int[] ANY_OPENGL = {
        EGL_SURFACE_TYPE, 0, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE,
    };
    private static final int[] CORE_3_3 = {
        EGL_CONTEXT_MAJOR_VERSION, 3, EGL_CONTEXT_MINOR_VERSION, 3,
        EGL_CONTEXT_OPENGL_PROFILE_MASK, EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE,
    };

    private final long display;
    private long context;

    EglContext() {
        try {
            display = initializedDisplay();
            context = createContext(display);
            makeCurrent(context);
            GL.createCapabilities();
        } catch (LinkageError e) {
            throw new IllegalStateException("OpenGL without a display needs the libraries libEGL and libGL "
                + "(on Debian: libegl1, libgl1, libgl1-mesa-dri): " + e.getMessage(), e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static long initializedDisplay() {
        String extensions = eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS);
        if (extensions == null || !extensions.contains("EGL_MESA_platform_surfaceless")) {
            throw new IllegalStateException("This EGL cannot draw without a display: it lacks "
                + "EGL_MESA_platform_surfaceless (on Debian: libegl-mesa0). It offers: " + extensions);
        }
        long display = surfacelessDisplay(EGL.getCapabilities());
        require(display != EGL_NO_DISPLAY && eglInitialize(display, new int[1], new int[1]), "open a display");
        return display;
    }

    /** By address: LWJGL's own method refuses EGL_DEFAULT_DISPLAY, which is null. */
    private static long surfacelessDisplay(EGLCapabilities functions) {
        long getDisplay = functions.eglGetPlatformDisplay != MemoryUtil.NULL
            ? functions.eglGetPlatformDisplay : functions.eglGetPlatformDisplayEXT;
        return JNI.callPPP(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, MemoryUtil.NULL, getDisplay);
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
