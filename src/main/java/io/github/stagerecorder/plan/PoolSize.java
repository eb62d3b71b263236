package io.github.stagerecorder.plan;

import io.github.stagerecorder.encode.InputPlan;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.settings.PixelFormat;

/**
 * How many slots the pool has: as many as the pipeline needs to run ahead, as far as the memory budget reaches.
 *
 * <p>A slot that is pushed comes back only when the encoder lets go of it, so of those there are as many as it keeps,
 * and some. Where our kernel converts, they are the PLANES slots, and a few READ slots do.
 *
 * @param read what a READ slot holds
 * @param planes what a PLANES slot holds; null where slots are pushed as they were read
 * @param readSlots what GL is read into
 * @param planesSlots what is converted into; 0 where slots are pushed as they were read
 */
public record PoolSize(Picture read, Picture planes, int readSlots, int planesSlots) {
    /** Of either: one to write while another is on its way. */
    private static final int LEAST = 2;

    /** Of slots that are only converted from: one is read into, one converted, one waits. More made 4K slower. */
    private static final int WANTED_READ = 3;

    /** Besides what the encoder keeps. With three 1080p lost a tenth of its frames a second, five were no faster. */
    private static final int WANTED_PLANES = 4;

    /** The converter behind appsrc holds one frame, up to four were seen, and one is being written. */
    private static final int WANTED_PUSHED = 5;

    private static final long MOST_SLOT_BYTES = Integer.MAX_VALUE;

    private static PoolSize of(InputPlan plan, Picture read, int readSlots, int pushedSlots) {
        int held = plan.heldSlots();
        return plan.convertsHere()
                ? new PoolSize(read, plan.pushed(read), readSlots, held + pushedSlots)
                : new PoolSize(read, null, held + pushedSlots, 0);
    }

    /** However small the budget. */
    static PoolSize wanted(InputPlan plan, Picture read) {
        return of(plan, read, WANTED_READ, plan.convertsHere() ? WANTED_PLANES : WANTED_PUSHED);
    }

    private static PoolSize least(InputPlan plan, Picture read) {
        return of(plan, read, LEAST, LEAST);
    }

    /** Whether the least number of slots is affordable. */
    public static boolean fits(long budgetBytes, long usedBytes, InputPlan plan, Picture read) {
        return least(plan, read).bytes() <= budgetBytes - usedBytes;
    }

    /**
     * As many slots as are wanted and affordable.
     *
     * @param usedBytes what others take of the budget
     * @param read what a READ slot holds
     * @throws IllegalArgumentException with both numbers, if a frame is above 2 GiB or the budget too small
     */
    public static PoolSize within(long budgetBytes, long usedBytes, InputPlan plan, Picture read) {
        requireBelowLimit(read);
        PoolSize least = least(plan, read);
        if (!fits(budgetBytes, usedBytes, plan, read)) {
            throw tooSmall(budgetBytes, usedBytes, least, plan.heldSlots());
        }
        return wanted(plan, read).within(budgetBytes - usedBytes, least);
    }

    private static IllegalArgumentException tooSmall(long budgetBytes, long usedBytes, PoolSize least, int held) {
        return new IllegalArgumentException("a memory budget of " + budgetBytes + " bytes, of which " + usedBytes
                + " are in use, is too small for " + least.read + " where the pipeline holds " + held + " frames: "
                + (least.readSlots + least.planesSlots) + " slots take " + least.bytes() + " bytes");
    }

    /** PLANES slots first, which are the smaller ones. */
    private PoolSize within(long bytes, PoolSize least) {
        long readBytes = read.slotBytes();
        int affordable = planesSlots == 0
                ? 0
                : (int) Math.min(planesSlots, (bytes - least.readSlots * readBytes) / planesSlotBytes());
        long leftBytes = bytes - affordable * planesSlotBytes();
        return new PoolSize(read, planes, (int) Math.min(readSlots, leftBytes / readBytes), affordable);
    }

    /** What all slots take. */
    public long bytes() {
        return readSlots * read.slotBytes() + planesSlots * planesSlotBytes();
    }

    private long planesSlotBytes() {
        return planes == null ? 0 : planes.slotBytes();
    }

    /**
     * Before anything is known of the encoder.
     *
     * @throws IllegalArgumentException as {@link #within}, if there is not even room for reading
     */
    static void requireRoom(Picture stage, long budgetBytes) {
        requireBelowLimit(stage);
        PoolSize least = new PoolSize(stage, null, LEAST, 0);
        if (least.bytes() > budgetBytes) {
            throw tooSmall(budgetBytes, 0, least, 0);
        }
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
