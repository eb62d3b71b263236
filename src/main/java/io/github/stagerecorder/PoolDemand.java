package io.github.stagerecorder;

import io.github.stagerecorder.encode.EncoderPlan;
import io.github.stagerecorder.frame.Picture;

/**
 * What decides how many slots a generation needs.
 *
 * @param read what a READ slot holds
 * @param planes what a PLANES slot holds; null where slots are pushed as they were read
 * @param held how many of the slots that are pushed are always out: kept by the encoder, or to be shown again
 */
record PoolDemand(Picture read, Picture planes, int held) {
    static PoolDemand of(EncoderPlan plan, Picture read) {
        Picture planes = plan.convertsHere() ? plan.pushed(read) : null;
        return new PoolDemand(read, planes, plan.retainedSlots() + (plan.keepsNewest() ? 1 : 0));
    }

    /** @param readSlots where they are only converted from. @param pushedSlots besides those that are always out */
    PoolSize slots(int readSlots, int pushedSlots) {
        return planes == null ? new PoolSize(held + pushedSlots, 0) : new PoolSize(readSlots, held + pushedSlots);
    }

    long bytes(PoolSize size) {
        return size.readSlots() * read.slotBytes() + size.planesSlots() * planesBytes();
    }

    /** Of one slot. */
    long planesBytes() {
        return planes == null ? 0 : planes.slotBytes();
    }
}
