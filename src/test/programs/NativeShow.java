import static org.lwjgl.opengl.GL11C.GL_COLOR_BUFFER_BIT;
import static org.lwjgl.opengl.GL11C.GL_SCISSOR_TEST;
import static org.lwjgl.opengl.GL11C.glClear;
import static org.lwjgl.opengl.GL11C.glClearColor;
import static org.lwjgl.opengl.GL11C.glDisable;
import static org.lwjgl.opengl.GL11C.glEnable;
import static org.lwjgl.opengl.GL11C.glScissor;

import org.lwjgl.PointerBuffer;
import org.lwjgl.egl.EGL14;
import org.lwjgl.egl.EGL15;
import org.lwjgl.glfw.GLFW;
import org.lwjgl.glfw.GLFWNativeX11;
import org.lwjgl.opengl.GL;
import org.lwjgl.opengl.GLX;
import org.lwjgl.opengl.GLX13;
import org.lwjgl.system.MemoryStack;

/**
 * A window with a context that GLFW does not know, without a recorder: {@code NativeShow glx|egl}, until its input ends.
 * AgentToolkitsTest runs it.
 */
final class NativeShow {
    private interface Context extends AutoCloseable {
        void swap();

        @Override
        void close();
    }

    public static void main(String[] args) throws Exception {
        GLFW.glfwInit();
        GLFW.glfwWindowHint(GLFW.GLFW_CLIENT_API, GLFW.GLFW_NO_API);
        long window = GLFW.glfwCreateWindow(320, 240, "NativeShow", 0, 0);
        long display = GLFWNativeX11.glfwGetX11Display();
        long drawable = GLFWNativeX11.glfwGetX11Window(window);
        try (MemoryStack stack = MemoryStack.stackPush();
                Context context = args[0].equals("egl") ? egl(stack, display, drawable) : glx(stack, display, drawable)) {
            GL.createCapabilities();
            while (System.in.available() == 0) {
                paint(System.currentTimeMillis() / 20 % 251 / 255f);
                context.swap();
                GLFW.glfwPollEvents();
                Thread.sleep(16);
            }
        }
        System.out.println("closed");
        GLFW.glfwTerminate();
    }

    private static void paint(float grey) {
        glDisable(GL_SCISSOR_TEST);
        glClearColor(grey, grey, grey, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        glEnable(GL_SCISSOR_TEST);
        glScissor(0, 120, 160, 120);
        glClearColor(1, 0, 0, 1);
        glClear(GL_COLOR_BUFFER_BIT);
    }

    private static Context glx(MemoryStack stack, long display, long window) {
        PointerBuffer configs = GLX13.glXChooseFBConfig(display, 0, stack.ints(GLX.GLX_DOUBLEBUFFER, 1, 0));
        long context = GLX13.glXCreateNewContext(display, configs.get(0), GLX13.GLX_RGBA_TYPE, 0, true);
        GLX.glXMakeCurrent(display, window, context);
        return new Context() {
            @Override
            public void swap() {
                GLX.glXSwapBuffers(display, window);
            }

            @Override
            public void close() {
                GLX.glXMakeCurrent(display, 0, 0);
                GLX.glXDestroyContext(display, context);
            }
        };
    }

    private static Context egl(MemoryStack stack, long nativeDisplay, long window) {
        long display = EGL14.eglGetDisplay(nativeDisplay);
        EGL14.eglInitialize(display, stack.mallocInt(1), stack.mallocInt(1));
        EGL14.eglBindAPI(EGL14.EGL_OPENGL_API);
        PointerBuffer configs = stack.mallocPointer(1);
        EGL14.eglChooseConfig(
                display,
                stack.ints(EGL14.EGL_RENDERABLE_TYPE, EGL14.EGL_OPENGL_BIT, EGL14.EGL_NONE),
                configs,
                stack.mallocInt(1));
        long surface = EGL14.eglCreateWindowSurface(display, configs.get(0), window, stack.ints(EGL14.EGL_NONE));
        long context = EGL14.eglCreateContext(display, configs.get(0), 0, stack.ints(EGL14.EGL_NONE));
        EGL14.eglMakeCurrent(display, surface, surface, context);
        return new Context() {
            @Override
            public void swap() {
                EGL15.eglSwapBuffers(display, surface);
            }

            @Override
            public void close() {
                EGL14.eglDestroySurface(display, surface);
                EGL14.eglMakeCurrent(display, 0, 0, 0);
                EGL14.eglDestroyContext(display, context);
            }
        };
    }
}
