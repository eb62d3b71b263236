package io.github.stagerecorder;

import io.github.stagerecorder.session.Counts;
import java.util.Locale;

/**
 * What has happened to the frames so far. A snapshot: immutable.
 *
 * <p>At every moment {@code calls = taken + skipped + dropped + failed} and
 * {@code taken = inFlight + delivered + lost}; after closing nothing is in flight.
 */
public final class Stats {
    private static final double BYTES_PER_MB = 1e6;

    private final Counts counts;

    Stats(Counts counts) {
        this.counts = counts;
    }

    /** Calls of capture that returned. */
    public long calls() {
        return taken() + skipped() + dropped() + failed();
    }

    /** Captures whose pixels were read. */
    public long taken() {
        return counts.captures().taken();
    }

    /** Captures that were not due; {@link #skips} has the causes. */
    public long skipped() {
        return skips().total();
    }

    /** Captures that found no free slot; {@link #drops} has the causes. */
    public long dropped() {
        return drops().total();
    }

    /** Captures after the recording had failed. */
    public long failed() {
        return counts.captures().failed();
    }

    /** Captures that had to wait for a slot. */
    public long waits() {
        return counts.captures().waits();
    }

    /** Frames that the pipeline has consumed. */
    public long delivered() {
        return counts.frames().delivered();
    }

    /** Frames that were taken and never encoded; {@link #losses} has the causes. */
    public long lost() {
        return losses().total();
    }

    /** Frames that were taken and are neither delivered nor lost yet. */
    public long inFlight() {
        return taken() - delivered() - lost();
    }

    /** Pictures that were pushed once more, so that a stage which stood still keeps its length. */
    public long repeated() {
        return counts.repeated();
    }

    /** The size of all files in bytes; -1 when the description brings its own sink. */
    public long bytesWritten() {
        return counts.bytesWritten();
    }

    /** Captures that were not due, by cause. */
    public Skips skips() {
        return new Skips(counts.captures());
    }

    /** Captures that found no free slot, by cause. */
    public Drops drops() {
        return new Drops(counts.captures());
    }

    /** Frames that were taken and never encoded, by cause. */
    public Losses losses() {
        return new Losses(counts.frames());
    }

    /** The slots, and the memory that they take. */
    public Memory memory() {
        return new Memory(counts.memory());
    }

    /** The encoding elements in use, by GStreamer's names. */
    public String encoder() {
        return counts.description().encoder();
    }

    /** How pixels are read back and in which format, such as "client BGRx". */
    public String readStrategy() {
        return counts.description().readStrategy();
    }

    /** How pixels become what the pipeline takes, such as "kernel avx2 BGRx to I420". */
    public String conversion() {
        return counts.description().conversion();
    }

    /** Whether all that is told is the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Stats stats && stats.counts.equals(counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    /** One line for a log. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d taken (%d delivered, %d in flight, lost: %s), skipped: %s, dropped: %s, %d failed, %d waits;"
                        + " %s; %s, %s, %s",
                taken(),
                delivered(),
                inFlight(),
                losses(),
                skips(),
                drops(),
                failed(),
                waits(),
                memory(),
                readStrategy(),
                conversion(),
                encoder());
    }

    /** Captures that were not due. Immutable. */
    public static final class Skips {
        private final Counts.Captures captures;

        private Skips(Counts.Captures captures) {
            this.captures = captures;
        }

        /** Paints beyond the file's rate. */
        public long aboveRate() {
            return captures.aboveRate();
        }

        /** Captures while paused. */
        public long paused() {
            return captures.paused();
        }

        /**
         * Captures while the stage had no pixels, as of a minimised window, or under {@link ResizePolicy#NEW_FILE} a size
         * that no encoder takes.
         */
        public long size() {
            return captures.size();
        }

        /** Captures inside a capture. */
        public long nested() {
            return captures.nested();
        }

        long total() {
            return aboveRate() + paused() + size() + nested();
        }

        @Override
        public String toString() {
            return total() == 0
                    ? "0"
                    : total() + " (above rate " + aboveRate() + ", paused " + paused() + ", size " + size()
                            + ", nested " + nested() + ")";
        }
    }

    /** Captures that found no free slot. Immutable. */
    public static final class Drops {
        private final Counts.Captures captures;

        private Drops(Counts.Captures captures) {
            this.captures = captures;
        }

        /** The pipeline had as many slots as it can have. */
        public long poolFull() {
            return captures.poolFull();
        }

        /** Frames waited for the recorder's own thread. */
        public long encoderSlow() {
            return captures.encoderSlow();
        }

        /** The GPU was still filling half of the slots or more. */
        public long gpuLate() {
            return captures.gpuLate();
        }

        long total() {
            return poolFull() + encoderSlow() + gpuLate();
        }

        @Override
        public String toString() {
            return total() == 0
                    ? "0"
                    : total() + " (pool full " + poolFull() + ", encoder slow " + encoderSlow() + ", GPU late "
                            + gpuLate() + ")";
        }
    }

    /** Frames that were taken and never encoded. Immutable. */
    public static final class Losses {
        private final Counts.Frames frames;

        private Losses(Counts.Frames frames) {
            this.frames = frames;
        }

        /** The recording failed. */
        public long byFailure() {
            return frames.lostByFailure();
        }

        /**
         * The frames were not encoded by the deadline of close(), or the GPU had not delivered them when the recording
         * was ended without its GL context.
         */
        public long atClose() {
            return frames.lostAtClose();
        }

        /** The GL driver failed to deliver them. */
        public long byDriver() {
            return frames.lostByDriver();
        }

        long total() {
            return byFailure() + atClose() + byDriver();
        }

        @Override
        public String toString() {
            return total() == 0
                    ? "0"
                    : total() + " (by failure " + byFailure() + ", at close " + atClose() + ", by driver " + byDriver()
                            + ")";
        }
    }

    /** The slots, and the memory that they take. Immutable. */
    public static final class Memory {
        private final Counts.Memory memory;

        private Memory(Counts.Memory memory) {
            this.memory = memory;
        }

        /** Slots that frames are read into. */
        public int slots() {
            return memory.readSlots();
        }

        /** Slots that frames are converted into; 0 where they are pushed as they were read. */
        public int planesSlots() {
            return memory.planesSlots();
        }

        /** Memory of the pool in bytes, older generations included. */
        public long poolBytes() {
            return memory.poolBytes();
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%d+%d slots of %.1f MB", slots(), planesSlots(), poolBytes() / BYTES_PER_MB);
        }
    }
}
