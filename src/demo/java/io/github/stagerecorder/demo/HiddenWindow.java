package io.github.stagerecorder.demo;

import static org.lwjgl.glfw.GLFW.GLFW_CONTEXT_VERSION_MAJOR;
import static org.lwjgl.glfw.GLFW.GLFW_CONTEXT_VERSION_MINOR;
import static org.lwjgl.glfw.GLFW.GLFW_FALSE;
import static org.lwjgl.glfw.GLFW.GLFW_OPENGL_CORE_PROFILE;
import static org.lwjgl.glfw.GLFW.GLFW_OPENGL_FORWARD_COMPAT;
import static org.lwjgl.glfw.GLFW.GLFW_OPENGL_PROFILE;
import static org.lwjgl.glfw.GLFW.GLFW_TRUE;
import static org.lwjgl.glfw.GLFW.GLFW_VISIBLE;
import static org.lwjgl.glfw.GLFW.glfwCreateWindow;
import static org.lwjgl.glfw.GLFW.glfwDefaultWindowHints;
import static org.lwjgl.glfw.GLFW.glfwDestroyWindow;
import static org.lwjgl.glfw.GLFW.glfwGetCurrentContext;
import static org.lwjgl.glfw.GLFW.glfwInit;
import static org.lwjgl.glfw.GLFW.glfwMakeContextCurrent;
import static org.lwjgl.glfw.GLFW.glfwWindowHint;

import org.lwjgl.opengl.GL;
import org.lwjgl.system.MemoryUtil;
import org.lwjgl.system.Platform;

/** An OpenGL 3.3 core context of a window that is never shown: only Linux has a context without a window. */
final class HiddenWindow implements OffscreenContext {
    private long window;

    HiddenWindow() {
        window = open();
        if (window == MemoryUtil.NULL) {
            throw new IllegalStateException("No window with OpenGL 3.3 can be opened");
        }
        glfwMakeContextCurrent(window);
        GL.createCapabilities();
    }

    /** GLFW serves one thread at a time. */
    private static synchronized long open() {
        if (!glfwInit()) {
            throw new IllegalStateException("No window can be opened");
        }
        glfwDefaultWindowHints();
        glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
        glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
        glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
        glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
        if (Platform.get() == Platform.MACOSX) { // it has no other core profile
            glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
        }
        return glfwCreateWindow(1, 1, "", MemoryUtil.NULL, MemoryUtil.NULL);
    }

    @Override
    public void close() {
        if (window == MemoryUtil.NULL) {
            return;
        }
        if (glfwGetCurrentContext() == window) {
            GL.setCapabilities(null);
        }
        destroy(window);
        window = MemoryUtil.NULL;
    }

    private static synchronized void destroy(long window) {
        glfwDestroyWindow(window);
    }
}
