package io.github.stagerecorder.frame;

/**
 * The stage's clock: gives every capture its PTS, in nanoseconds from the first one, strictly increasing.
 *
 * <p>It belongs to the thread that captures, one at a time. Any other may ask {@link #reachedNs}.
 */
public interface Timeline {
    /** In place of a PTS: this paint is passed over, or time does not pass by itself. */
    long NONE = -1;

    /** In place of a PTS: the caller's time does not increase. */
    long NOT_INCREASING = -2;

    /**
     * The PTS that a capture has now, or a negative number: {@link #NONE} when none is due, {@link #NOT_INCREASING}. Changes
     * nothing.
     *
     * @param callerTimeNs the caller's time, where that is the clock
     */
    long nextPtsNs(long callerTimeNs);

    /** The capture that was last asked for has had its turn, taken or dropped. */
    void advance();

    /** Paused time is cut out, from here to {@link #resume}. */
    void pause();

    /** Time goes on. */
    void resume();

    /** The next capture begins another file, at 0. Not while paused. */
    void restart();

    /** How far the file has come by now; {@link #NONE} where time does not pass by itself. Any thread. */
    long reachedNs();
}
