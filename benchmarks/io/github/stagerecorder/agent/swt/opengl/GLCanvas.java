package io.github.stagerecorder.agent.swt.opengl;

/** Stands in for SWT's class of this name, see the benchmark of swaps. */
public final class GLCanvas {
    private long swaps;

    public void swapBuffers() {
        swaps++;
    }

    public boolean isCurrent() {
        return true;
    }

    public boolean isVisible() {
        return false;
    }
}
