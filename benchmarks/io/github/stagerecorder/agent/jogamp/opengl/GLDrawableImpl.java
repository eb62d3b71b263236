package io.github.stagerecorder.agent.jogamp.opengl;

import com.jogamp.opengl.GLDrawable;

/** Stands in for JOGL's class of this name, see the benchmark of swaps. */
public final class GLDrawableImpl implements GLDrawable {
    private long swaps;

    public void swapBuffers() {
        swaps++;
    }

    @Override
    public int getSurfaceWidth() {
        return 0;
    }

    @Override
    public int getSurfaceHeight() {
        return 0;
    }

    @Override
    public Object getNativeSurface() {
        return this;
    }
}
