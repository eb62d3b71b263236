package io.github.stagerecorder.agent;

import java.io.IOException;
import org.lwjgl.glfw.Callbacks;
import org.lwjgl.glfw.GLFW;
import org.lwjgl.glfw.GLFWKeyCallback;
import org.lwjgl.opengl.GL;
import org.lwjgl.opengl.GL11;

/**
 * A program that knows of no recorder, with two windows and key callbacks: {@code KeyGame INTERVAL_MS}. In its
 * input a number gives a window the keys, a letter changes the callbacks, and a new line ends it, as F12 does in a callback.
 */
final class KeyGame {
    private static final int SIZE_PX = 200;

    private final long[] windows = {open(0), open(1)};
    private GLFWKeyCallback first = printing("first");

    public static void main(String[] args) throws Exception {
        if (GLFW.glfwPlatformSupported(GLFW.GLFW_PLATFORM_X11)) { // otherwise it looks for Wayland, and prints an error
            GLFW.glfwInitHint(GLFW.GLFW_PLATFORM, GLFW.GLFW_PLATFORM_X11);
        }
        GLFW.glfwInit();
        new KeyGame().play(Long.parseLong(args[0]));
    }

    private static long open(int number) {
        long window = GLFW.glfwCreateWindow(SIZE_PX, SIZE_PX, "KeyGame " + number, 0, 0);
        GLFW.glfwSetWindowPos(window, number * SIZE_PX, 0);
        return window;
    }

    private static GLFWKeyCallback printing(String name) {
        return GLFWKeyCallback.create((window, key, code, action, modifiers) -> {
            System.out.println(name + " hears " + key + (action == GLFW.GLFW_PRESS ? " down" : " up"));
            if (key == GLFW.GLFW_KEY_F12) {
                System.exit(0);
            }
        });
    }

    private void play(long intervalMs) throws Exception {
        GLFW.glfwSetKeyCallback(windows[0], first);
        GLFW.glfwSetKeyCallback(windows[1], printing("second"));
        int input = 0;
        for (int frame = 0; input != '\n'; frame++) {
            for (long window : windows) {
                paint(window, frame);
            }
            GLFW.glfwPollEvents();
            if (frame == 1) { // by then every callback is where it belongs
                System.out.println("shown");
            }
            Thread.sleep(intervalMs);
            input = change();
        }
        GLFW.glfwTerminate();
    }

    private static void paint(long window, int frame) {
        GLFW.glfwMakeContextCurrent(window);
        GL.createCapabilities();
        GL11.glClearColor(frame % 50 / 50f, 0, 0, 1);
        GL11.glClear(GL11.GL_COLOR_BUFFER_BIT);
        GLFW.glfwSwapBuffers(window);
    }

    private int change() throws IOException {
        int input = System.in.available() == 0 ? 0 : System.in.read();
        switch (input) {
            case '0', '1' -> GLFW.glfwFocusWindow(windows[input - '0']);
            case 's' -> setAnother();
            case 'f' -> Callbacks.glfwFreeCallbacks(windows[1]);
            case 'n' -> GLFW.glfwSetKeyCallback(windows[0], null).free();
            case 'c' -> chain();
            case 'm' -> makeMany();
            default -> {
                return input;
            }
        }
        System.out.println("done " + (char) input);
        return input;
    }

    private void setAnother() {
        GLFWKeyCallback another = printing("another");
        GLFWKeyCallback before = GLFW.glfwSetKeyCallback(windows[0], another);
        System.out.println("was given back its own: " + (before.address() == first.address()));
        before.free();
        first = another;
    }

    /** They take the memory of any that was freed. */
    private static void makeMany() {
        for (int i = 0; i < 200; i++) {
            printing("a wrong one");
        }
    }

    /** As a library does that draws controls. */
    private void chain() {
        GLFWKeyCallback[] next = new GLFWKeyCallback[1];
        next[0] = GLFW.glfwSetKeyCallback(windows[0], (window, key, code, action, modifiers) -> {
            System.out.println("chained");
            next[0].invoke(window, key, code, action, modifiers);
        });
    }
}
