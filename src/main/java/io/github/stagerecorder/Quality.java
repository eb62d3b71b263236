package io.github.stagerecorder;

/** How good a preset's picture is; a pipeline of one's own says that itself. */
public enum Quality {
    /** Small files. */
    LOW,
    /** At least 35 dB PSNR on drawn content. The default. */
    MEDIUM,
    /** Hard to tell from the stage. */
    HIGH
}
