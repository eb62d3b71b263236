package io.github.stagerecorder;

/** What failed, of a start or of a recording. */
public enum FailureKind {
    /** GStreamer or the native module is missing or too old. */
    UNAVAILABLE,
    /** The pipeline description cannot be parsed, linked or fed. */
    DESCRIPTION,
    /** An element of the description is not installed. */
    MISSING_ELEMENT,
    /** The file cannot be written, or no longer: the disk is full, or the file was removed. */
    OUTPUT,
    /** The encoder does not work at this size and format. */
    ENCODER,
    /** The pipeline does not start. */
    STATE_CHANGE,
    /** An element failed while recording. */
    STREAM,
    /** No slot came back within the stall timeout. */
    STALLED,
    /** The pipeline did not end within the close timeout. */
    CLOSE_TIMEOUT,
    /** Nothing was captured. */
    NO_FRAMES,
    /** There is no memory for the pool. */
    MEMORY
}
