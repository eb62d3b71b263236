package io.github.stagerecorder.agent.lwjgl.system.windows;

/** Stands in for LWJGL's class of this name, see the benchmark of swaps. */
public final class GDI32 {
    private static long swaps;

    private GDI32() {}

    public static int nSwapBuffers(long error, long drawable) {
        swaps += drawable;
        return 1;
    }
}
