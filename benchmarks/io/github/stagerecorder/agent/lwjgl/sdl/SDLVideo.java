package io.github.stagerecorder.agent.lwjgl.sdl;

/** Stands in for LWJGL's class of this name, see the benchmark of swaps. */
public final class SDLVideo {
    private static final long HIDDEN = 8;

    private static long swaps;

    private SDLVideo() {}

    public static boolean SDL_GL_SwapWindow(long window) {
        swaps += window;
        return true;
    }

    public static long SDL_GL_GetCurrentWindow() {
        return 1;
    }

    public static long SDL_GL_GetCurrentContext() {
        return 0;
    }

    public static long SDL_GetWindowFlags(long window) {
        return HIDDEN;
    }

    public static int SDL_GetWindowID(long window) {
        return 1;
    }
}
