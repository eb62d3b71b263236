package io.github.stagerecorder.agent;

import static org.lwjgl.opengl.GL11C.GL_COLOR_BUFFER_BIT;
import static org.lwjgl.opengl.GL11C.glClear;
import static org.lwjgl.opengl.GL11C.glClearColor;

import java.util.concurrent.TimeUnit;
import org.lwjgl.glfw.GLFW;
import org.lwjgl.glfw.GLFWNativeWin32;
import org.lwjgl.opengl.GL;
import org.lwjgl.opengl.WGL;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.windows.GDI32;
import org.lwjgl.system.windows.PIXELFORMATDESCRIPTOR;
import org.lwjgl.system.windows.User32;

/**
 * A program for Windows that knows of no recorder. GLFW makes its window alone: the context is WGL's, and GDI swaps. It
 * paints for a minute.
 */
final class GdiGame {
    private static final long LENGTH_NS = TimeUnit.MINUTES.toNanos(1);
    private static final int COLOUR_BITS = 24;

    private GdiGame() {}

    public static void main(String[] args) throws Exception {
        GLFW.glfwInit();
        GLFW.glfwWindowHint(GLFW.GLFW_CLIENT_API, GLFW.GLFW_NO_API);
        long window = GLFW.glfwCreateWindow(Game.WIDTH_PX, Game.HEIGHT_PX, "GdiGame", 0, 0);
        long deviceContext = User32.GetDC(GLFWNativeWin32.glfwGetWin32Window(window));
        choosePixelFormat(deviceContext);
        long context = WGL.wglCreateContext(null, deviceContext);
        WGL.wglMakeCurrent(null, deviceContext, context);
        GL.createCapabilities();
        for (long begunNs = System.nanoTime(); System.nanoTime() - begunNs < LENGTH_NS; ) {
            float grey = System.currentTimeMillis() / 20 % 251 / 255f;
            glClearColor(grey, grey, grey, 1);
            glClear(GL_COLOR_BUFFER_BIT);
            GDI32.SwapBuffers(null, deviceContext);
            GLFW.glfwPollEvents();
            Thread.sleep(16);
        }
        WGL.wglMakeCurrent(null, 0, 0);
        WGL.wglDeleteContext(null, context);
        GLFW.glfwTerminate();
    }

    private static void choosePixelFormat(long deviceContext) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            PIXELFORMATDESCRIPTOR wanted = PIXELFORMATDESCRIPTOR
                    .calloc(stack)
                    .nSize((short) PIXELFORMATDESCRIPTOR.SIZEOF)
                    .nVersion((short) 1)
                    .dwFlags(GDI32.PFD_DRAW_TO_WINDOW | GDI32.PFD_SUPPORT_OPENGL | GDI32.PFD_DOUBLEBUFFER)
                    .iPixelType(GDI32.PFD_TYPE_RGBA)
                    .cColorBits((byte) COLOUR_BITS);
            int format = GDI32.ChoosePixelFormat(null, deviceContext, wanted);
            GDI32.SetPixelFormat(null, deviceContext, format, wanted);
        }
    }
}
