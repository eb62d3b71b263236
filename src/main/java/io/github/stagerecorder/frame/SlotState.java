package io.github.stagerecorder.frame;

/** The values of a slot's state word, as in {@code enum sr_slot_state}, and who sets each. */
public final class SlotState {
    /** Set by GStreamer's threads (in C) when they are done, or by the thread that owned the slot. */
    public static final int FREE = 0;

    /** Of a READ slot: set by the render thread. */
    public static final int READING = 1;

    /** Of a READ slot: set by the render thread, when the pixels are there. */
    public static final int READY = 2;

    /** Set by the thread that pushes, in C. */
    public static final int LENT = 3;

    /** Of a PLANES slot: set by the thread that pushes, while it converts into it. */
    public static final int FILLING = 4;

    private SlotState() {}
}
