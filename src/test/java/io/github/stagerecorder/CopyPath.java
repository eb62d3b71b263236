package io.github.stagerecorder;

/** What the copies are counted of: the recorder, and two that must be caught. */
public enum CopyPath {
    /** The recorder as it is. */
    RECORDER,
    /** The application copies each frame from a slot into a GstBuffer: the counter of memcpy must see it. */
    CONTROL_MEMCPY,
    /** Looked at behind the converter, where no frame lies in a slot: the check of addresses must see it. */
    CONTROL_ADDRESS
}
