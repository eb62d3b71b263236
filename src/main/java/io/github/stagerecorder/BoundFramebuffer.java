package io.github.stagerecorder;

/** Which framebuffer is recorded, by how the application uses it. The order is that of the native module. */
public enum BoundFramebuffer {
    /**
     * The framebuffer that is bound for reading, and the buffer that {@code glReadBuffer} has selected. The default.
     */
    READ,
    /**
     * The framebuffer that is bound for drawing, and its first draw buffer. A window's own framebuffer can be read only
     * while its surface is current for reading too.
     */
    DRAW,
    /** The window's own framebuffer, 0, and its back buffer; its front buffer if there is no back buffer. */
    WINDOW
}
