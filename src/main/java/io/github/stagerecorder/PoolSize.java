package io.github.stagerecorder;

import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.PixelFormat;

/**
 * How many slots the pool has: as many as the pipeline needs to run ahead, as far as the memory budget reaches.
 *
 * <p>A slot that is pushed comes back only when the encoder lets go of it, so of those there are as many as it keeps,
 * and some. Where our kernel converts, they are the PLANES slots, and a few READ slots do.
 *
 * @param readSlots what GL is read into
 * @param planesSlots what is converted into; 0 where slots are pushed as they were read
 */
record PoolSize(int readSlots, int planesSlots) {
    /** Of either: one to write while another is on its way. */
    private static final int LEAST = 2;

    /** Of slots that are only converted from: one is read into, one converted, one waits. More made 4K slower. */
    private static final int WANTED_READ = 3;

    /** Besides what the encoder keeps. With three 1080p lost a tenth of its frames a second, five were no faster. */
    private static final int WANTED_PLANES = 4;

    /** The converter behind appsrc holds one frame, up to four were seen, and one is being written. */
    private static final int WANTED_PUSHED = 5;

    private static final long MOST_SLOT_BYTES = Integer.MAX_VALUE;

    /**
     * @param usedBytes what older generations still take of the budget
     * @throws IllegalArgumentException with both numbers, if a frame is above 2 GiB or the budget too small
     */
    static PoolSize of(PoolDemand demand, long usedBytes, long budgetBytes) {
        requireBelowLimit(demand.read());
        PoolSize least = demand.slots(LEAST, LEAST);
        if (!fits(demand, usedBytes, budgetBytes)) {
            throw new IllegalArgumentException("a memory budget of " + budgetBytes + " bytes, of which " + usedBytes
                    + " are in use, is too small for " + demand.read() + " where the pipeline holds " + demand.held()
                    + " frames: " + (least.readSlots + least.planesSlots) + " slots take " + demand.bytes(least)
                    + " bytes");
        }
        return wanted(demand).within(budgetBytes - usedBytes, demand, least);
    }

    /** However small the budget. */
    static PoolSize wanted(PoolDemand demand) {
        return demand.slots(WANTED_READ, demand.planes() == null ? WANTED_PUSHED : WANTED_PLANES);
    }

    /** Whether the least number of slots is affordable. */
    static boolean fits(PoolDemand demand, long usedBytes, long budgetBytes) {
        return demand.bytes(demand.slots(LEAST, LEAST)) <= budgetBytes - usedBytes;
    }

    /** PLANES slots first, which are the smaller ones. */
    private PoolSize within(long bytes, PoolDemand demand, PoolSize least) {
        long readBytes = demand.read().slotBytes();
        int planes = planesSlots == 0
                ? 0
                : (int) Math.min(planesSlots, (bytes - least.readSlots * readBytes) / demand.planesBytes());
        return new PoolSize((int) Math.min(readSlots, (bytes - planes * demand.planesBytes()) / readBytes), planes);
    }

    /**
     * Before anything is known of the encoder.
     *
     * @throws IllegalArgumentException as {@link #of}, if there is not even room for reading
     */
    static void requireRoom(Picture stage, long budgetBytes) {
        of(new PoolDemand(stage, null, 0), 0, budgetBytes);
    }

    /** How many frames an encoder may keep that is given our kernel's planes; more, where the GPU makes them. */
    static int mostRetained(int widthPx, int heightPx, long budgetBytes) {
        long readBytes =
                LEAST * Picture.asRead(widthPx, heightPx, PixelFormat.BGRX).slotBytes();
        long planesBytes = Picture.upright(widthPx, heightPx, PixelFormat.I420).slotBytes();
        long slots = (budgetBytes - readBytes) / planesBytes - LEAST - 1; // the newest may be kept
        return (int) Math.max(0, Math.min(slots, Integer.MAX_VALUE));
    }

    /** For messages. */
    @Override
    public String toString() {
        return planesSlots == 0 ? readSlots + " slots" : readSlots + " slots and " + planesSlots + " of planes";
    }

    private static void requireBelowLimit(Picture slot) {
        if (slot.sizeBytes() > MOST_SLOT_BYTES) {
            throw new IllegalArgumentException("a frame of " + slot + " takes " + slot.sizeBytes()
                    + " bytes, above the limit of " + MOST_SLOT_BYTES);
        }
    }
}
