package io.github.stagerecorder.report;

/**
 * The counts so far of one file or of several. Immutable.
 *
 * @param repeated how often a picture was pushed again
 * @param suspensions of a whole recording; none in the counts of a file
 * @param sound of a whole recording; none in the counts of a file
 * @param replay of the present file
 * @param stream of the present file
 * @param bytesWritten the size of the files; -1 if there is no file of ours
 */
public record Counts(
        Captures captures,
        Frames frames,
        long repeated,
        Suspensions suspensions,
        SoundCounts sound,
        ReplayCounts replay,
        StreamCounts stream,
        long bytesWritten,
        Memory memory,
        Description description) {

    /** The calls of capture by their result. */
    public record Captures(long taken, Skips skips, Drops drops, Failures failures, long waits) {
        public Captures plus(Captures other) {
            return new Captures(
                    taken + other.taken,
                    skips.plus(other.skips),
                    drops.plus(other.drops),
                    failures.plus(other.failures),
                    waits + other.waits);
        }
    }

    /** The captures that were skipped, by cause. */
    public record Skips(long aboveRate, long paused, long size, long nested, long time, long closed) {
        Skips plus(Skips other) {
            return new Skips(
                    aboveRate + other.aboveRate,
                    paused + other.paused,
                    size + other.size,
                    nested + other.nested,
                    time + other.time,
                    closed + other.closed);
        }
    }

    /** The captures that were dropped, by cause. */
    public record Drops(long poolFull, long encoderSlow, long gpuLate) {
        /** Returns the total. */
        public long total() {
            return poolFull + encoderSlow + gpuLate;
        }

        Drops plus(Drops other) {
            return new Drops(poolFull + other.poolFull, encoderSlow + other.encoderSlow, gpuLate + other.gpuLate);
        }
    }

    /** The captures that failed, by cause. */
    public record Failures(long recording, long context, long framebuffer, long driver) {
        /** Returns the total. */
        public long total() {
            return recording + context + framebuffer + driver;
        }

        Failures plus(Failures other) {
            return new Failures(
                    recording + other.recording,
                    context + other.context,
                    framebuffer + other.framebuffer,
                    driver + other.driver);
        }
    }

    /** What happened to the frames that were taken. */
    public record Frames(
            long delivered, long lostByFailure, long lostAtClose, long lostByDriver, long lostByFramebuffer) {
        /** No frame was taken. */
        public static final Frames NONE = new Frames(0, 0, 0, 0, 0);

        /** Returns the total. */
        public long lost() {
            return lostByFailure + lostAtClose + lostByDriver + lostByFramebuffer;
        }

        Frames plus(Frames other) {
            return new Frames(
                    delivered + other.delivered,
                    lostByFailure + other.lostByFailure,
                    lostAtClose + other.lostAtClose,
                    lostByDriver + other.lostByDriver,
                    lostByFramebuffer + other.lostByFramebuffer);
        }
    }

    /** The slots that are read into, the slots that are converted into, and the memory of both. */
    public record Memory(int readSlots, int planesSlots, long poolBytes) {}

    /** Names the encoder, the read strategy and the conversion. */
    public record Description(String encoder, String readStrategy, String conversion) {}

    /** Returns how many frames were taken and are not yet delivered or lost. */
    public long inFlight() {
        return captures.taken - frames.delivered - frames.lost();
    }

    /** Returns the sum of both. The slots and the description are taken from this one. */
    public Counts plus(Counts other) {
        return new Counts(
                captures.plus(other.captures),
                frames.plus(other.frames),
                repeated + other.repeated,
                suspensions,
                sound,
                replay,
                stream,
                bytesWritten + other.bytesWritten,
                memory(memory.poolBytes + other.memory.poolBytes),
                description);
    }

    /** Returns these counts with other captures added, none of which was taken. */
    public Counts plus(Captures others) {
        return new Counts(
                captures.plus(others),
                frames,
                repeated,
                suspensions,
                sound,
                replay,
                stream,
                bytesWritten,
                memory,
                description);
    }

    /** Returns these counts with the times in which the process stood still. */
    public Counts plus(Suspensions known) {
        return new Counts(captures, frames, repeated, known, sound, replay, stream, bytesWritten, memory, description);
    }

    /** Returns these counts with those of the sound. */
    public Counts plus(SoundCounts known) {
        return new Counts(
                captures, frames, repeated, suspensions, known, replay, stream, bytesWritten, memory, description);
    }

    /** Returns the counts of a file into which nothing was captured. */
    public Counts ofNothing(Captures none) {
        return new Counts(
                none,
                Frames.NONE,
                0,
                Suspensions.NONE,
                SoundCounts.NONE,
                ReplayCounts.NONE,
                StreamCounts.NONE,
                0,
                memory(0),
                description);
    }

    /** Returns these counts with another size of the pool. */
    public Counts withPoolBytes(long poolBytes) {
        return new Counts(
                captures,
                frames,
                repeated,
                suspensions,
                sound,
                replay,
                stream,
                bytesWritten,
                memory(poolBytes),
                description);
    }

    private Memory memory(long poolBytes) {
        return new Memory(memory.readSlots, memory.planesSlots, poolBytes);
    }
}
