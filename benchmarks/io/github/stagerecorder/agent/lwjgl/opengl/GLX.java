package io.github.stagerecorder.agent.lwjgl.opengl;

/** Stands in for LWJGL's class of this name, see the benchmark of swaps. */
public final class GLX {
    private static long swaps;

    private GLX() {}

    public static void glXSwapBuffers(long display, long drawable) {
        swaps += drawable;
    }

    public static long glXGetCurrentDrawable() {
        return 0;
    }

    public static long glXGetCurrentContext() {
        return 0;
    }
}
