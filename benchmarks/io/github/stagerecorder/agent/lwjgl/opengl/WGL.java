package io.github.stagerecorder.agent.lwjgl.opengl;

/** Stands in for LWJGL's class of this name, see the benchmark of swaps. */
public final class WGL {
    private WGL() {}

    public static long wglGetCurrentDC() {
        return 0;
    }

    public static long wglGetCurrentContext() {
        return 0;
    }
}
