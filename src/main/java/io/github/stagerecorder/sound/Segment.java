package io.github.stagerecorder.sound;

/**
 * Sound that was written without a break, and where it belongs. Until it is read, the earliest arrival says that,
 * because sound may come late, but not before it was made. One thread uses it.
 */
final class Segment {
    private final long first; // its position in the ring
    private long end; // of what was last seen to arrive
    private double at; // the position in the recording at which `position` is to be heard
    private double position; // in the ring
    private boolean begun;
    private Segment next; // null if there is none

    Segment(long first, long end, long at) {
        this.first = first;
        settle(end, at);
    }

    /** Puts the end of a block at its arrival. */
    void settle(long blockEnd, long arrivedAt) {
        end = blockEnd;
        at = arrivedAt;
        position = blockEnd;
    }

    /** Returns by how many sample frames a block that ends here is ahead of where it is expected. */
    double aheadBy(long blockEnd, long arrivedAt, double clockRate) {
        end = blockEnd;
        return blockEnd - position - (arrivedAt - at) * clockRate;
    }

    /** Returns how many sample frames pass in the recording until the sound begins; at most 0 if it has begun. */
    long startsIn(long now, double clockRate) {
        return (long) Math.ceil((first - position) / clockRate + at - now);
    }

    /** Begins to read. @return how many sample frames have no room, because others are there */
    long begin(long now, double clockRate) {
        position = Math.max(first, position + (now - at) * clockRate);
        at = now;
        begun = true;
        return Math.min((long) position, end) - first;
    }

    /** Goes on by so many sample frames of the recording. */
    void advance(int sampleFrames, double readRate) {
        position += sampleFrames * readRate;
        at += sampleFrames;
    }

    void follow(Segment newNext) {
        next = newNext;
    }

    Segment next() {
        return next;
    }

    boolean isBegun() {
        return begun;
    }

    long first() {
        return first;
    }

    /** Returns where it ends in the ring, so far or for good. */
    long end() {
        return next == null ? end : next.first;
    }

    double position() {
        return position;
    }
}
