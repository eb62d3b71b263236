package io.github.stagerecorder.frame;

/**
 * The stage's clock: gives every capture its PTS, in nanoseconds from the first one, strictly increasing.
 *
 * <p>It belongs to the thread that captures, one at a time. Any other may ask {@link #reachedNs}.
 */
public interface Timeline {
    /** In place of a PTS: no frame is due, or this timeline has no running clock. */
    long NONE = -1;

    /** In place of a PTS: the caller's time does not increase. */
    long NOT_INCREASING = -2;

    /**
     * Returns the PTS of a capture made now, or a negative number: {@link #NONE} or {@link #NOT_INCREASING}. The
     * timeline remembers the time that was asked for, and {@link #advance} consumes it.
     *
     * @param callerTimeNs the caller's time, where that is the clock
     */
    long nextPtsNs(long callerTimeNs);

    /** Consumes the time returned by the last {@link #nextPtsNs}, whether the frame was taken or dropped. */
    void advance();

    /** Cuts out the time from here to {@link #resume}. */
    void pause();

    /** Ends the pause. */
    void resume();

    /** The next capture begins another file, at 0. Not while paused. */
    void restart();

    /** Returns the file's time now; {@link #NONE} where no clock runs. Any thread may call it. */
    long reachedNs();
}
