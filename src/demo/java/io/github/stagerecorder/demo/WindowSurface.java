package io.github.stagerecorder.demo;

import static org.lwjgl.glfw.Callbacks.glfwFreeCallbacks;
import static org.lwjgl.glfw.GLFW.GLFW_CONTEXT_VERSION_MAJOR;
import static org.lwjgl.glfw.GLFW.GLFW_CONTEXT_VERSION_MINOR;
import static org.lwjgl.glfw.GLFW.GLFW_OPENGL_CORE_PROFILE;
import static org.lwjgl.glfw.GLFW.GLFW_OPENGL_FORWARD_COMPAT;
import static org.lwjgl.glfw.GLFW.GLFW_OPENGL_PROFILE;
import static org.lwjgl.glfw.GLFW.GLFW_PLATFORM;
import static org.lwjgl.glfw.GLFW.GLFW_PLATFORM_WAYLAND;
import static org.lwjgl.glfw.GLFW.GLFW_PLATFORM_X11;
import static org.lwjgl.glfw.GLFW.GLFW_PRESS;
import static org.lwjgl.glfw.GLFW.GLFW_TRUE;
import static org.lwjgl.glfw.GLFW.glfwCreateWindow;
import static org.lwjgl.glfw.GLFW.glfwDefaultWindowHints;
import static org.lwjgl.glfw.GLFW.glfwDestroyWindow;
import static org.lwjgl.glfw.GLFW.glfwGetCurrentContext;
import static org.lwjgl.glfw.GLFW.glfwGetError;
import static org.lwjgl.glfw.GLFW.glfwGetFramebufferSize;
import static org.lwjgl.glfw.GLFW.glfwInit;
import static org.lwjgl.glfw.GLFW.glfwInitHint;
import static org.lwjgl.glfw.GLFW.glfwMakeContextCurrent;
import static org.lwjgl.glfw.GLFW.glfwPlatformSupported;
import static org.lwjgl.glfw.GLFW.glfwPollEvents;
import static org.lwjgl.glfw.GLFW.glfwSetKeyCallback;
import static org.lwjgl.glfw.GLFW.glfwSwapBuffers;
import static org.lwjgl.glfw.GLFW.glfwSwapInterval;
import static org.lwjgl.glfw.GLFW.glfwWindowHint;
import static org.lwjgl.glfw.GLFW.glfwWindowShouldClose;
import static org.lwjgl.opengl.GL33C.GL_RENDERER;
import static org.lwjgl.opengl.GL33C.glGetString;

import java.util.HashMap;
import java.util.Map;
import org.lwjgl.PointerBuffer;
import org.lwjgl.opengl.GL;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;
import org.lwjgl.system.Platform;

/**
 * A window. Its size here is the size of its framebuffer, which on a high-density screen differs from the window's
 * size.
 *
 * <p>Closing it destroys the window and its context. GLFW itself stays initialised for the next window: its connection
 * to the screen belongs to the process, and a virtual screen resets itself when its last client disconnects.
 */
public final class WindowSurface implements GlSurface {
    private final int[] framebufferWidthPx = new int[1];
    private final int[] framebufferHeightPx = new int[1];
    private final Map<Integer, Runnable> actions = new HashMap<>();
    private long window;
    private int widthPx;
    private int heightPx;

    /**
     * Opens the window and makes its context current. Presenting does not wait for the screen's refresh.
     *
     * @throws IllegalStateException if there is no screen, or the screen does not support OpenGL 3.3
     */
    public WindowSurface(int widthPx, int heightPx, String title) {
        window = open(widthPx, heightPx, title);
        try {
            glfwMakeContextCurrent(window);
            GL.createCapabilities();
            glfwSwapInterval(0);
            glfwSetKeyCallback(window, (pressedIn, key, scanCode, action, modifiers) -> press(key, action));
            measure();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static long open(int widthPx, int heightPx, String title) {
        choosePlatform();
        if (!glfwInit()) {
            throw new IllegalStateException("No window can be opened: " + lastError());
        }
        glfwDefaultWindowHints();
        glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
        glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
        glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
        if (Platform.get() == Platform.MACOSX) { // it has no other core profile
            glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
        }
        long window = glfwCreateWindow(widthPx, heightPx, title, MemoryUtil.NULL, MemoryUtil.NULL);
        if (window == MemoryUtil.NULL) {
            throw new IllegalStateException("No window with OpenGL 3.3 can be opened: " + lastError());
        }
        return window;
    }

    /** On its own, GLFW looks for Wayland even where there is none, which prints an error. */
    private static void choosePlatform() {
        if (glfwPlatformSupported(GLFW_PLATFORM_WAYLAND) && System.getenv("WAYLAND_DISPLAY") == null) {
            glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_X11);
        }
    }

    private static String lastError() {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            PointerBuffer description = stack.mallocPointer(1);
            glfwGetError(description);
            return MemoryUtil.memUTF8Safe(description.get(0));
        }
    }

    /** Keeps the last size while the window is minimised, because it has no size then. */
    private void measure() {
        glfwGetFramebufferSize(window, framebufferWidthPx, framebufferHeightPx);
        if (framebufferWidthPx[0] > 0 && framebufferHeightPx[0] > 0) {
            widthPx = framebufferWidthPx[0];
            heightPx = framebufferHeightPx[0];
        }
    }

    /** Sets what a key does, in {@link #present}. */
    void onKey(int key, Runnable action) {
        actions.put(key, action);
    }

    private void press(int key, int action) {
        if (action == GLFW_PRESS && actions.containsKey(key)) {
            actions.get(key).run();
        }
    }

    @Override
    public int widthPx() {
        return widthPx;
    }

    @Override
    public int heightPx() {
        return heightPx;
    }

    /** Swaps the buffers, handles events and reads the framebuffer's size, which the user may have changed. */
    @Override
    public boolean present() {
        glfwSwapBuffers(window);
        glfwPollEvents();
        measure();
        return !glfwWindowShouldClose(window);
    }

    @Override
    public String renderer() {
        return glGetString(GL_RENDERER);
    }

    @Override
    public void close() {
        if (window == MemoryUtil.NULL) {
            return;
        }
        if (glfwGetCurrentContext() == window) {
            GL.setCapabilities(null);
        }
        glfwFreeCallbacks(window);
        glfwDestroyWindow(window);
        window = MemoryUtil.NULL;
    }
}
