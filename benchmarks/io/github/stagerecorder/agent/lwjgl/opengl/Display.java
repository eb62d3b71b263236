package io.github.stagerecorder.agent.lwjgl.opengl;

/** Stands in for LWJGL 2's class of this name, see the benchmark of swaps. */
public final class Display {
    private static long swaps;

    private Display() {}

    public static void swapBuffers() {
        swaps++;
    }

    public static boolean isCurrent() {
        return true;
    }

    public static boolean isVisible() {
        return false;
    }
}
