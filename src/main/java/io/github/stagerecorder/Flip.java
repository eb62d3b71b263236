package io.github.stagerecorder;

/** What turns the picture the right way up before it is read, where the pipeline takes the pixels unconverted. */
public enum Flip {
    /**
     * The way that costs the render thread least. If neither of the others works, {@code videoflip} turns the picture.
     */
    AUTO,
    /** The driver turns the picture while it reads. Requires MESA_pack_invert. */
    DRIVER,
    /** The GPU turns the picture in a copy. Requires framebuffer blits. */
    BLIT
}
