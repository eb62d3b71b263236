package io.github.stagerecorder.session;

/**
 * What has been counted so far, of one file or of several. Immutable.
 *
 * @param bytesWritten -1 when the description brings its own sink
 */
public record Counts(
        Captures captures, Frames frames, long repeated, long bytesWritten, Memory memory, Description description) {

    /** Calls of capture, by what became of them. */
    public record Captures(
            long taken,
            long aboveRate,
            long paused,
            long size,
            long nested,
            long poolFull,
            long encoderSlow,
            long gpuLate,
            long failed,
            long waits) {
        Captures plus(Captures other) {
            return new Captures(
                    taken + other.taken,
                    aboveRate + other.aboveRate,
                    paused + other.paused,
                    size + other.size,
                    nested + other.nested,
                    poolFull + other.poolFull,
                    encoderSlow + other.encoderSlow,
                    gpuLate + other.gpuLate,
                    failed + other.failed,
                    waits + other.waits);
        }
    }

    /** What became of the frames that were taken. */
    public record Frames(long delivered, long lostByFailure, long lostAtClose, long lostByDriver) {
        static final Frames NONE = new Frames(0, 0, 0, 0);

        long lost() {
            return lostByFailure + lostAtClose + lostByDriver;
        }

        Frames plus(Frames other) {
            return new Frames(
                    delivered + other.delivered,
                    lostByFailure + other.lostByFailure,
                    lostAtClose + other.lostAtClose,
                    lostByDriver + other.lostByDriver);
        }
    }

    /** The pool: slots that are read into, slots that are converted into, and what all of them take. */
    public record Memory(int readSlots, int planesSlots, long poolBytes) {}

    /** How it is done, in words. */
    public record Description(String encoder, String readStrategy, String conversion) {}

    /** Frames that were taken and are neither delivered nor lost yet. */
    long inFlight() {
        return captures.taken - frames.delivered - frames.lost();
    }

    /** The sum of both. The slots and the words are those of this one. */
    Counts plus(Counts other) {
        return new Counts(
                captures.plus(other.captures),
                frames.plus(other.frames),
                repeated + other.repeated,
                bytesWritten + other.bytesWritten,
                memory(memory.poolBytes + other.memory.poolBytes),
                description);
    }

    /** With other captures, of which none was taken. */
    Counts plus(Captures others) {
        return new Counts(captures.plus(others), frames, repeated, bytesWritten, memory, description);
    }

    /** Of a file into which nothing was captured. */
    Counts ofNothing(Captures none) {
        return new Counts(none, Frames.NONE, 0, 0, memory(0), description);
    }

    /** The same with another size of the pool. */
    Counts withPoolBytes(long poolBytes) {
        return new Counts(captures, frames, repeated, bytesWritten, memory(poolBytes), description);
    }

    private Memory memory(long poolBytes) {
        return new Memory(memory.readSlots, memory.planesSlots, poolBytes);
    }
}
