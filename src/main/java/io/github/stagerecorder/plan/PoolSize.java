package io.github.stagerecorder.plan;

import io.github.stagerecorder.encode.InputPlan;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.settings.PixelFormat;

/**
 * Holds the number of slots in the pool: as many as the pipeline needs to run ahead, within the memory budget.
 *
 * <p>A slot that is pushed is free again only when the encoder releases it, so there are as many of these slots as the
 * encoder keeps, and a few more. If the kernel converts, these are the PLANES slots, and a few READ slots are enough.
 *
 * @param read the picture that a READ slot holds
 * @param planes the picture that a PLANES slot holds; null if slots are pushed as they were read
 * @param readSlots the number of slots that pixels are read into
 * @param planesSlots the number of slots that are converted into; 0 if slots are pushed as they were read
 */
public record PoolSize(Picture read, Picture planes, int readSlots, int planesSlots) {
    /** The least of either kind: one is written while another is in use. */
    private static final int LEAST = 2;

    /** READ slots that are only converted from: one is read into, one is converted, one waits. More made 4K slower. */
    private static final int WANTED_READ = 3;

    /**
     * PLANES slots beyond what the encoder keeps. With three, 1080p ran at a tenth fewer frames a second; five were no
     * faster.
     */
    private static final int WANTED_PLANES = 4;

    /** Pushed READ slots: the converter behind appsrc holds one frame, up to four were seen, and one is written. */
    private static final int WANTED_PUSHED = 5;

    private static final long MOST_SLOT_BYTES = Integer.MAX_VALUE;

    private static PoolSize of(InputPlan plan, Picture read, int readSlots, int pushedSlots) {
        int held = plan.heldSlots();
        return plan.convertsHere()
                ? new PoolSize(read, plan.pushed(read), readSlots, held + pushedSlots)
                : new PoolSize(read, null, held + pushedSlots, 0);
    }

    /** Returns the wanted size, whatever the budget is. */
    static PoolSize wanted(InputPlan plan, Picture read) {
        return of(plan, read, WANTED_READ, plan.convertsHere() ? WANTED_PLANES : WANTED_PUSHED);
    }

    private static PoolSize least(InputPlan plan, Picture read) {
        return of(plan, read, LEAST, LEAST);
    }

    /** Returns whether the budget has room for the least number of slots. */
    public static boolean fits(long budgetBytes, long usedBytes, InputPlan plan, Picture read) {
        return least(plan, read).bytes() <= budgetBytes - usedBytes;
    }

    /** Returns whether the budget has room for the wanted number of slots. */
    public static boolean wantedFits(long budgetBytes, long usedBytes, InputPlan plan, Picture read) {
        return wanted(plan, read).bytes() <= budgetBytes - usedBytes;
    }

    /**
     * Returns as many slots as are wanted, within the budget.
     *
     * @param usedBytes how much of the budget others use
     * @param read the picture that a READ slot holds
     * @throws IllegalArgumentException if a frame is above 2 GiB or the budget is too small; the message has both
     *     numbers
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

    /** Adds PLANES slots first, because they are smaller. */
    private PoolSize within(long bytes, PoolSize least) {
        long readBytes = read.slotBytes();
        int affordable = planesSlots == 0
                ? 0
                : (int) Math.min(planesSlots, (bytes - least.readSlots * readBytes) / planesSlotBytes());
        long leftBytes = bytes - affordable * planesSlotBytes();
        return new PoolSize(read, planes, (int) Math.min(readSlots, leftBytes / readBytes), affordable);
    }

    /** Returns the memory of all slots. */
    public long bytes() {
        return readSlots * read.slotBytes() + planesSlots * planesSlotBytes();
    }

    private long planesSlotBytes() {
        return planes == null ? 0 : planes.slotBytes();
    }

    /**
     * Checks the budget before the encoder is known.
     *
     * @throws IllegalArgumentException as {@link #within} does, if the budget is too small even for reading
     */
    static void requireRoom(Picture stage, long budgetBytes) {
        requireBelowLimit(stage);
        PoolSize least = new PoolSize(stage, null, LEAST, 0);
        if (least.bytes() > budgetBytes) {
            throw tooSmall(budgetBytes, 0, least, 0);
        }
    }

    /**
     * Returns how many frames an encoder may keep if the kernel makes its planes; it may keep more if the GPU makes
     * them.
     */
    static int mostRetained(int widthPx, int heightPx, long budgetBytes) {
        long readBytes =
                LEAST * Picture.asRead(widthPx, heightPx, PixelFormat.BGRX).slotBytes();
        long planesBytes = Picture.upright(widthPx, heightPx, PixelFormat.I420).slotBytes();
        long slots = (budgetBytes - readBytes) / planesBytes - LEAST - 1; // the newest frame may be kept
        return (int) Math.max(0, Math.min(slots, Integer.MAX_VALUE));
    }

    /** Returns the sizes, for messages. */
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
