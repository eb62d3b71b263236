package io.github.stagerecorder;

/** What failed in a start or in a recording. */
public enum FailureKind {
    /** GStreamer or the native module is missing or too old. */
    UNAVAILABLE,
    /** The pipeline description cannot be parsed, linked or fed. */
    DESCRIPTION,
    /** An element of the description is not installed. */
    MISSING_ELEMENT,
    /** The file cannot be written, or can no longer be written: the disk is full, or the file was removed. */
    OUTPUT,
    /** The encoder does not work at this size and format. */
    ENCODER,
    /**
     * The stage cannot be recorded as it is: no GL context is current, its framebuffer cannot be read, or it is too
     * large for the driver or the memory budget. {@link RecorderBuilder#start} throws other exceptions for that.
     */
    STAGE,
    /** The pipeline does not start. */
    STATE_CHANGE,
    /** An element failed during the recording. */
    STREAM,
    /** The encoder freed no memory for frames within the stall timeout. */
    STALLED,
    /** The pipeline did not end within the close timeout. */
    CLOSE_TIMEOUT,
    /** Nothing was captured. */
    NO_FRAMES,
    /** The system has no memory for the frames. */
    MEMORY
}
