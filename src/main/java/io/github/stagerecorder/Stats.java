package io.github.stagerecorder;

import io.github.stagerecorder.session.Counts;
import java.util.Locale;

/**
 * Counts of what has happened to the frames so far. An immutable snapshot.
 *
 * <p>At every moment {@code calls = taken + skipped + dropped + failed} and
 * {@code taken = inFlight + delivered + lost}. Once the recording has ended, no frame is in flight.
 */
public final class Stats {
    private static final double BYTES_PER_MB = 1e6;

    private final Counts counts;

    Stats(Counts counts) {
        this.counts = counts;
    }

    /** Returns how many captures returned. */
    public long calls() {
        return taken() + skipped() + dropped() + failed();
    }

    /** Returns how many frames were taken: captures whose pixels were read. */
    public long taken() {
        return counts.captures().taken();
    }

    /** Returns how many captures were skipped because no frame was due; {@link #skips} has the causes. */
    public long skipped() {
        return skips().total();
    }

    /** Returns how many captures found no free slot; {@link #drops} has the causes. */
    public long dropped() {
        return drops().total();
    }

    /** Returns how many captures came after the recording had failed. */
    public long failed() {
        return counts.captures().failed();
    }

    /** Returns how many captures had to wait for a slot. */
    public long waits() {
        return counts.captures().waits();
    }

    /** Returns how many frames the pipeline has consumed. */
    public long delivered() {
        return counts.frames().delivered();
    }

    /** Returns how many frames were taken but not encoded; {@link #losses} has the causes. */
    public long lost() {
        return losses().total();
    }

    /** Returns how many frames were taken and are not yet delivered or lost. */
    public long inFlight() {
        return taken() - delivered() - lost();
    }

    /** Returns how often a picture was pushed again, so that a pause in drawing keeps its length in the file. */
    public long repeated() {
        return counts.repeated();
    }

    /**
     * Returns how often the process stood still for more than a second, because it was stopped or the machine was. In
     * real time this is left out of the file as in {@link StageRecorder#pause}; otherwise it is not counted.
     */
    public long suspensions() {
        return counts.suspensions().count();
    }

    /** Returns how many nanoseconds were left out of the file because the process stood still. */
    public long suspendedNs() {
        return counts.suspensions().durationNs();
    }

    /** Returns the size of all files in bytes, or -1 if the description ends in its own sink. */
    public long bytesWritten() {
        return counts.bytesWritten();
    }

    /** Returns the skipped captures by cause. */
    public Skips skips() {
        return new Skips(counts.captures());
    }

    /** Returns the dropped captures by cause. */
    public Drops drops() {
        return new Drops(counts.captures());
    }

    /** Returns the lost frames by cause. */
    public Losses losses() {
        return new Losses(counts.frames());
    }

    /** Returns the number of slots and their memory. */
    public Memory memory() {
        return new Memory(counts.memory());
    }

    /** Returns GStreamer's names of the encoding elements in use. */
    public String encoder() {
        return counts.description().encoder();
    }

    /** Returns how pixels are read back and in which format, such as "client BGRx". */
    public String readStrategy() {
        return counts.description().readStrategy();
    }

    /** Returns how pixels are converted for the pipeline, such as "kernel avx2 BGRx to I420". */
    public String conversion() {
        return counts.description().conversion();
    }

    /** Returns whether all counts and descriptions are equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Stats stats && stats.counts.equals(counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    /** Returns one line for a log. */
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

    /** The skipped captures by cause. Immutable. */
    public static final class Skips {
        private final Counts.Captures captures;

        private Skips(Counts.Captures captures) {
            this.captures = captures;
        }

        /** Returns how many captures exceeded the file's rate. */
        public long aboveRate() {
            return captures.aboveRate();
        }

        /** Returns how many captures came while the recorder was paused. */
        public long paused() {
            return captures.paused();
        }

        /**
         * Returns how many captures came while the stage had no pixels, as with a minimised window, or with
         * {@link ResizePolicy#NEW_FILE} had a size that no encoder accepts.
         */
        public long size() {
            return captures.size();
        }

        /** Returns how many captures came from inside another capture. */
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

    /** The dropped captures by cause. Immutable. */
    public static final class Drops {
        private final Counts.Captures captures;

        private Drops(Counts.Captures captures) {
            this.captures = captures;
        }

        /** Returns how many captures were dropped because the pipeline held all the slots that it can hold. */
        public long poolFull() {
            return captures.poolFull();
        }

        /** Returns how many captures were dropped because frames were waiting for the recorder's own thread. */
        public long encoderSlow() {
            return captures.encoderSlow();
        }

        /** Returns how many captures were dropped because the GPU was still filling at least half of the slots. */
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

    /** The lost frames by cause. Immutable. */
    public static final class Losses {
        private final Counts.Frames frames;

        private Losses(Counts.Frames frames) {
            this.frames = frames;
        }

        /** Returns how many frames were lost because the recording failed. */
        public long byFailure() {
            return frames.lostByFailure();
        }

        /**
         * Returns how many frames were lost because they were not encoded by the close deadline, or because the GPU had not
         * delivered them when the recording was ended without its GL context.
         */
        public long atClose() {
            return frames.lostAtClose();
        }

        /** Returns how many frames were lost because the GL driver failed to deliver them. */
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

    /** The number of slots and their memory. Immutable. */
    public static final class Memory {
        private final Counts.Memory memory;

        private Memory(Counts.Memory memory) {
            this.memory = memory;
        }

        /** Returns the number of slots that frames are read into. */
        public int slots() {
            return memory.readSlots();
        }

        /** Returns the number of slots that frames are converted into; 0 if frames are pushed as they were read. */
        public int planesSlots() {
            return memory.planesSlots();
        }

        /** Returns the memory of the pool in bytes, including slots of earlier sizes that are still in use. */
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
