package io.github.stagerecorder.agent;

import io.github.stagerecorder.agent.lwjgl.opengl.GLX;
import java.awt.Component;

/** Stands in for the class of this name of lwjgl3-awt, which swaps by GLX, or of LWJGL 2: see {@link Swap}. */
public final class AWTGLCanvas extends Component {
    private static final long serialVersionUID = 1;
    private static final long DRAWABLE = 2; // another one than that of GLX alone

    public boolean isCurrent() {
        return false;
    }

    public void swapBuffers() {
        GLX.glXSwapBuffers(1, DRAWABLE);
    }
}
