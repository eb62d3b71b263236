package io.github.stagerecorder.agent.lwjgl.egl;

/** Stands in for LWJGL's class of this name, see the benchmark of swaps. */
public final class EGL10 {
    private static long swaps;

    private EGL10() {}

    public static boolean eglSwapBuffers(long display, long surface) {
        swaps += surface;
        return true;
    }

    public static long eglGetCurrentSurface(int which) {
        return 0;
    }
}
