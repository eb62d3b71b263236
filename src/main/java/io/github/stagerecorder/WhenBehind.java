package io.github.stagerecorder;

/** What a capture does when the encoder is behind and every slot of the pool is taken. */
public enum WhenBehind {
    /** It drops the frame, and counts it. The default in real time. */
    DROP,
    /** It waits for a slot, and the render loop with it. The default with every other clock. */
    WAIT
}
