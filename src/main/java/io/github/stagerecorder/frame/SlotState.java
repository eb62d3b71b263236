package io.github.stagerecorder.frame;

/** The values of a slot's state word, as in {@code enum sr_slot_state}, and who sets each. */
final class SlotState {
    /** Set by GStreamer's threads (in C) when they are done, or by whoever gives up a slot of his own. */
    static final int FREE = 0;

    /** Set by the render thread. */
    static final int READING = 1;

    /** Set by the render thread, when the pixels are there. */
    static final int READY = 2;

    /** Set by the thread that pushes, in C. */
    static final int LENT = 3;

    private SlotState() {}
}
