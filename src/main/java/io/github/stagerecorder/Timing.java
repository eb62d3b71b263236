package io.github.stagerecorder;

/** Where the time of a frame comes from. */
public enum Timing {
    /**
     * A monotonic clock is read at each capture. Frames may be dropped, but their times are never changed. The default.
     */
    REAL_TIME,
    /** Frame n has the time n / rate seconds exactly, however long it took to draw. For offline rendering. */
    FRAME_BY_FRAME,
    /** The application gives the time to {@link StageRecorder#capture(long)}. */
    CALLER
}
