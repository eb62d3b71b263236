package io.github.stagerecorder.agent;

import io.github.stagerecorder.agent.lwjgl.opengl.GLX;
import java.awt.Component;

/** Stands in for lwjgl3-awt's class of this name, which swaps by GLX, see {@link Swap}. */
public final class AWTGLCanvas extends Component {
    private static final long serialVersionUID = 1;
    private static final long DRAWABLE = 2; // another one than that of GLX alone

    public void swapBuffers() {
        GLX.glXSwapBuffers(1, DRAWABLE);
    }
}
