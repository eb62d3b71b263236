package io.github.stagerecorder;

/** What turns the picture the right way up where the pipeline takes the stage's own pixels, unconverted. */
public enum Flip {
    /** Whatever costs the render thread least; VIDEOFLIP where the driver has nothing of its own. */
    AUTO,
    /** The driver, while it reads. Needs MESA_pack_invert. */
    DRIVER,
    /** The GPU, by a copy. Needs framebuffer blits. */
    BLIT,
    /** GStreamer's element of that name, on its own threads. */
    VIDEOFLIP
}
