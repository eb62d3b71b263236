package io.github.stagerecorder;

import io.github.stagerecorder.frame.Picture;

/** How many slots the pool has: as many as the pipeline needs to run ahead, as far as the memory budget reaches. */
final class PoolSize {
    /**
     * The converter behind appsrc holds one frame, up to four were seen, and one is being read. More made 4K slower.
     */
    private static final int WANTED = 5;

    /** One to read into while another is being converted. */
    private static final int LEAST = 2;

    private static final long MOST_SLOT_BYTES = Integer.MAX_VALUE;

    private PoolSize() {}

    /**
     * @param keptSlots slots that are held back besides
     * @param usedBytes what older generations still take of the budget
     * @throws IllegalArgumentException with both numbers, if a frame is above 2 GiB or the budget too small
     */
    static int slots(Picture picture, int keptSlots, long usedBytes, long budgetBytes) {
        if (picture.sizeBytes() > MOST_SLOT_BYTES) {
            throw new IllegalArgumentException("a frame of " + picture + " takes " + picture.sizeBytes()
                    + " bytes, above the limit of " + MOST_SLOT_BYTES);
        }
        if (!fits(picture, keptSlots, usedBytes, budgetBytes)) {
            long least = LEAST + keptSlots;
            throw new IllegalArgumentException("a memory budget of " + budgetBytes + " bytes, of which " + usedBytes
                    + " are in use, is too small for " + picture + ": " + least + " slots take "
                    + least * picture.slotBytes() + " bytes");
        }
        return (int) Math.min(affordable(picture, usedBytes, budgetBytes), WANTED + keptSlots);
    }

    /** Whether the least number of slots is affordable. */
    static boolean fits(Picture picture, int keptSlots, long usedBytes, long budgetBytes) {
        return affordable(picture, usedBytes, budgetBytes) >= LEAST + keptSlots;
    }

    private static long affordable(Picture picture, long usedBytes, long budgetBytes) {
        return (budgetBytes - usedBytes) / picture.slotBytes();
    }
}
