import static org.lwjgl.egl.EGL10.*;
import static org.lwjgl.egl.EGL12.*;
import static org.lwjgl.egl.EGL14.*;
import static org.lwjgl.opengl.GL30.*;

import org.lwjgl.PointerBuffer;
import org.lwjgl.egl.EGL;
import org.lwjgl.opengl.GL;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryStack;

/** A context of EGL without a window or a display, and a framebuffer to draw on. It is current until it is closed. */
final class HeadlessContext implements AutoCloseable {
    private static final int EGL_PLATFORM_SURFACELESS_MESA = 0x31DD;

    private final long display;
    private final long context;

    HeadlessContext(int widthPx, int heightPx) {
        // The function is called by its address, because LWJGL's method rejects EGL_DEFAULT_DISPLAY, which is null.
        long getDisplay = EGL.getCapabilities().eglGetPlatformDisplayEXT;
        display = JNI.callPPP(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, 0L, getDisplay);
        require(eglInitialize(display, new int[1], new int[1]));
        context = createContext();
        require(eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context));
        GL.createCapabilities();
        bindFramebuffer(widthPx, heightPx);
    }

    private long createContext() {
        int[] anyOpenGl = {EGL_SURFACE_TYPE, 0, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
        try (MemoryStack stack = MemoryStack.stackPush()) {
            PointerBuffer config = stack.mallocPointer(1);
            require(eglBindAPI(EGL_OPENGL_API));
            require(eglChooseConfig(display, anyOpenGl, config, new int[1]));
            return eglCreateContext(display, config.get(0), EGL_NO_CONTEXT, new int[] {EGL_NONE});
        }
    }

    private static void bindFramebuffer(int widthPx, int heightPx) {
        int renderbuffer = glGenRenderbuffers();
        glBindRenderbuffer(GL_RENDERBUFFER, renderbuffer);
        glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, widthPx, heightPx);
        glBindFramebuffer(GL_FRAMEBUFFER, glGenFramebuffers());
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, renderbuffer);
    }

    private static void require(boolean done) {
        if (!done) {
            throw new IllegalStateException("EGL cannot draw without a window here");
        }
    }

    @Override
    public void close() {
        GL.setCapabilities(null);
        eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        eglDestroyContext(display, context);
    }
}
