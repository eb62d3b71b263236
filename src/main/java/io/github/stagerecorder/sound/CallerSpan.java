package io.github.stagerecorder.sound;

import io.github.stagerecorder.settings.SoundFormat;

/**
 * What the caller's times are in the recording, from a frame on that follows a pause or begins a file. Immutable.
 *
 * @param timeNs the caller's time of that frame
 * @param base the position of its sound, which is where the frame before ended
 * @param before the span before, in which earlier times lie; null if there is none
 */
record CallerSpan(SoundFormat format, long timeNs, long base, CallerSpan before) {
    /** In place of a position: the time lies in a pause, or before the first frame. */
    static final long NOWHERE = -1;

    private static final long MOST_NS = Long.MAX_VALUE / 2;

    /** One span before is enough: the ring holds a second. */
    CallerSpan {
        before = before == null ? null : new CallerSpan(format, before.timeNs, before.base);
    }

    private CallerSpan(SoundFormat format, long timeNs, long base) {
        this(format, timeNs, base, null);
    }

    /** Returns where sound at the caller's time belongs. */
    long position(long callerTimeNs) {
        if (callerTimeNs >= timeNs || before == null) {
            return Math.max(NOWHERE, own(callerTimeNs));
        }
        long earlier = before.own(callerTimeNs);
        return earlier < base ? Math.max(NOWHERE, earlier) : NOWHERE;
    }

    private long own(long callerTimeNs) {
        return base + format.nearestIndex(sinceNs(callerTimeNs, timeNs));
    }

    /** Returns how many sample frames from a time on belong to the same span. */
    long leftAt(long callerTimeNs) {
        return callerTimeNs >= timeNs ? Long.MAX_VALUE : base - before.own(callerTimeNs);
    }

    /** Returns how many sample frames there are from an earlier time to the begin of this span. */
    long untilBegin(long callerTimeNs) {
        return format.nearestIndex(sinceNs(timeNs, callerTimeNs));
    }

    /** Returns how long a time is after another one; centuries if the difference does not fit. */
    static long sinceNs(long timeNs, long earlierNs) {
        long sinceNs = timeNs - earlierNs;
        boolean overflows = (timeNs < earlierNs) != (sinceNs < 0);
        long limitNs = timeNs < earlierNs ? -MOST_NS : MOST_NS;
        return overflows ? limitNs : Math.max(-MOST_NS, Math.min(MOST_NS, sinceNs));
    }
}
