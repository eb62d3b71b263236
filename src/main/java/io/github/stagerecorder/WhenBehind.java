package io.github.stagerecorder;

/** What a capture does when the encoder is behind and all memory for frames is in use. */
public enum WhenBehind {
    /** It drops the frame and counts it. The default in real time. */
    DROP,
    /** It waits until memory is free, and so delays the render loop. The default with any other timing. */
    WAIT
}
