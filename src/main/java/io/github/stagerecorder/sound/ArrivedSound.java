package io.github.stagerecorder.sound;

/**
 * The segments of sound that has arrived, in order. The newest one is followed: its rate by a loop, and where it is
 * clearly off, by a new segment. One thread uses it.
 */
final class ArrivedSound implements Arrivals.Taker {
    /** Beyond jitter: sound that is so far off is elsewhere. */
    private static final double MOST_OFF_S = 0.02;

    /** Sound that is late for so long is late for good; a burst is over sooner. */
    private static final int LATE_S = 2;

    private static final double LOOK_S = 0.1;

    private final int rateHz;
    private final RateLoop loop = new RateLoop();
    private Segment oldest; // that is not read to its end; null if there is none
    private Segment newest;
    private double ahead; // most of the arrivals since the last look
    private boolean isSeen; // any
    private long lookedAt;
    private long onTimeAt;

    ArrivedSound(int rateHz) {
        this.rateHz = rateHz;
    }

    /** Returns the oldest segment that is not read to its end; null if there is none. */
    Segment oldest() {
        return oldest;
    }

    void removeOldest() {
        oldest = oldest.next();
    }

    RateLoop loop() {
        return loop;
    }

    @Override
    public void arrived(long first, long end, long at, boolean isFresh) {
        if (isFresh || oldest == null) {
            begin(first, end, at);
            return;
        }
        double aheadBy = newest.aheadBy(end, at, loop.clockRate());
        if (!newest.isBegun()) {
            if (aheadBy > 0) {
                newest.settle(end, at);
            }
            onTimeAt = at;
            lookedAt = at;
        } else if (aheadBy > MOST_OFF_S * rateHz) {
            begin(first, end, at);
        } else {
            look(first, end, at, aheadBy);
        }
    }

    private void begin(long first, long end, long at) {
        Segment begun = new Segment(first, end, at);
        if (oldest == null) {
            oldest = begun;
        } else {
            newest.follow(begun);
        }
        newest = begun;
        isSeen = false;
        lookedAt = at;
        onTimeAt = at;
    }

    /** Of the arrivals within a tenth of a second the earliest counts, because what comes in a burst is late. */
    private void look(long first, long end, long at, double aheadBy) {
        ahead = isSeen ? Math.max(ahead, aheadBy) : aheadBy;
        isSeen = true;
        double elapsedS = (double) (at - lookedAt) / rateHz;
        if (elapsedS < LOOK_S) {
            return;
        }
        if (ahead >= -MOST_OFF_S * rateHz) {
            loop.look(ahead / rateHz, elapsedS);
            onTimeAt = at;
        } else if (at - onTimeAt > (long) LATE_S * rateHz) {
            begin(first, end, at);
        }
        isSeen = false;
        lookedAt = at;
    }
}
