package io.github.stagerecorder;

/** Where the time of a frame comes from. */
public enum Timing {
    /**
     * A monotonic clock is read at each capture. The default. Frames may be dropped, but their times are changed only
     * by {@link RecorderBuilder#constantRate}. A stop of the whole process for more than a second is left out.
     */
    REAL_TIME,
    /** Frame n has the time n / rate seconds exactly, however long it took to draw. For offline rendering. */
    FRAME_BY_FRAME,
    /** The application gives the time to {@link StageRecorder#capture(long)}. */
    CALLER
}
