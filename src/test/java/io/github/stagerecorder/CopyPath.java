package io.github.stagerecorder;

/** The paths whose copies are counted: the recorder, and two controls whose copies must be detected. */
public enum CopyPath {
    /** The recorder, unchanged. */
    RECORDER,
    /** The application copies each frame from a slot into a GstBuffer. The memcpy counter must detect it. */
    CONTROL_MEMCPY,
    /** The buffers are watched after the converter, where no frame is in a slot. The address check must detect it. */
    CONTROL_ADDRESS
}
