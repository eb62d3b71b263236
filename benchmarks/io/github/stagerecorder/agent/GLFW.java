package io.github.stagerecorder.agent;

/** Stands in for LWJGL's class of this name, see {@link Swap}. */
public final class GLFW {
    private static long swaps;

    private GLFW() {}

    public static void glfwSwapBuffers(long window) {
        swaps += window;
    }

    public static long glfwGetCurrentContext() {
        return 1;
    }

    public static int glfwGetWindowAttrib(long window, int attribute) {
        return 0;
    }
}
