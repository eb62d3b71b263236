package io.github.stagerecorder;

/** What turns the picture the right way up before it is read, where the pipeline takes the pixels as they are. */
public enum Flip {
    /** Whatever costs the render thread least. Where there is neither of the others, {@code videoflip} follows. */
    AUTO,
    /** The driver, while it reads. This needs MESA_pack_invert. */
    DRIVER,
    /** The GPU, by a copy. This needs framebuffer blits. */
    BLIT
}
