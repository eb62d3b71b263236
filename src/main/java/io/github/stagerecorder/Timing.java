package io.github.stagerecorder;

/** Where the time of a frame comes from. */
public enum Timing {
    /** A monotonic clock at capture. Frames may be dropped, never re-stamped. The default. */
    REAL_TIME,
    /** Frame n is at exactly n / rate seconds, however long it took to draw. */
    FRAME_BY_FRAME,
    /** The application's own time, given to {@link StageRecorder#capture(long)}. */
    CALLER
}
