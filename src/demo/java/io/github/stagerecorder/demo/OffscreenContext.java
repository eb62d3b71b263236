package io.github.stagerecorder.demo;

import org.lwjgl.system.Platform;

/** An OpenGL 3.3 core context that shows nothing. It is current from its creation until it is closed. */
interface OffscreenContext extends AutoCloseable {
    static OffscreenContext open() {
        return Platform.get() == Platform.LINUX ? new EglContext() : new HiddenWindow();
    }

    /** Destroys the context. Closing twice has no effect. */
    @Override
    void close();
}
