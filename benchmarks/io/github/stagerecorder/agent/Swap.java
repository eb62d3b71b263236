package io.github.stagerecorder.agent;

import io.github.stagerecorder.agent.jogamp.opengl.GLDrawableImpl;
import io.github.stagerecorder.agent.lwjgl.egl.EGL10;
import io.github.stagerecorder.agent.lwjgl.opengl.Display;
import io.github.stagerecorder.agent.lwjgl.opengl.GLX;
import io.github.stagerecorder.agent.lwjgl.sdl.SDLVideo;
import io.github.stagerecorder.agent.lwjgl.system.windows.GDI32;
import io.github.stagerecorder.agent.swt.opengl.GLCanvas;

/**
 * How a program swaps by each toolkit. Classes beside this one stand in for those of the toolkits: the agent joins them by
 * the same signatures, and a swap itself costs nothing. Their windows are hidden, or their contexts not current.
 */
final class Swap {
    private Swap() {}

    /** Returns what a program does that has a window of that toolkit. */
    static Runnable by(String toolkit) {
        return switch (toolkit) {
            case "glfw" -> () -> GLFW.glfwSwapBuffers(1);
            case "sdl" -> () -> SDLVideo.SDL_GL_SwapWindow(1);
            case "lwjgl2" -> Display::swapBuffers;
            case "jogl" -> new GLDrawableImpl()::swapBuffers;
            case "awt" -> new AWTGLCanvas()::swapBuffers;
            case "swt" -> new GLCanvas()::swapBuffers;
            case "glx" -> () -> GLX.glXSwapBuffers(1, 1);
            case "egl" -> () -> EGL10.eglSwapBuffers(1, 1);
            case "gdi" -> () -> GDI32.nSwapBuffers(1, 1);
            default -> throw new IllegalArgumentException(toolkit);
        };
    }
}
