package com.jogamp.opengl;

/** Stands in for JOGL's class of this name, see the benchmark of swaps. None is ever current. */
public final class GLContext {
    private GLContext() {}

    public static GLContext getCurrent() {
        return null;
    }

    public GLDrawable getGLDrawable() {
        return null;
    }

    public GL getGL() {
        return null;
    }

    public int getBoundFramebuffer(int target) {
        return 0;
    }

    public int getDefaultDrawFramebuffer() {
        return 0;
    }
}
