package io.github.stagerecorder;

import io.github.stagerecorder.report.Counts;
import java.util.Locale;

/** The slots and the memory that they take. Immutable. */
public final class SlotMemory {
    private static final double BYTES_PER_MB = 1e6;

    private final Counts.Memory memory;

    SlotMemory(Counts.Memory memory) {
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
        return String.format(Locale.ROOT, "%d+%d slots of %.1f MB", slots(), planesSlots(), poolBytes() / BYTES_PER_MB);
    }
}
