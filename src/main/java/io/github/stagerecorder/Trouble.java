package io.github.stagerecorder;

/** A kind of trouble that does not end the recording. */
public enum Trouble {
    /** The GL context of the recording is not current on the thread that captures: the frame is FAILED. */
    CONTEXT,
    /** The framebuffer cannot be read, or does not contain the recorded rectangle: the frame is FAILED. */
    FRAMEBUFFER,
    /** The driver refuses a read: the frame is FAILED. */
    DRIVER,
    /** No encoder takes the stage's new size: captures are SKIPPED until it has another one. */
    SIZE,
    /** The time given with a capture is not greater than the last one: the frame is SKIPPED. */
    TIME,
    /** {@link StageRecorder#resize} is ignored, because the recording follows the framebuffer's own size. */
    RESIZE_IGNORED,
    /** Sound that was written is lost, because there was no room for it; {@link Stats#sound} counts it. */
    SOUND,
    /**
     * The stream to the network is interrupted, and connects again by itself; {@link Stats#stream} counts what it loses.
     * Each interruption is told.
     */
    STREAM
}
