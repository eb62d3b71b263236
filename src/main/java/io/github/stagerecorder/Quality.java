package io.github.stagerecorder;

/** The picture quality of a preset. A {@link RecorderBuilder#pipeline} sets its own quality. */
public enum Quality {
    /** Files are small. */
    LOW,
    /** Drawn content has at least 35 dB PSNR. The default. */
    MEDIUM,
    /** The picture is hard to tell from the stage. */
    HIGH
}
