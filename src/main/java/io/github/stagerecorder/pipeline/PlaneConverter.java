package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.encode.InputPlan;
import io.github.stagerecorder.encode.KernelLevel;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.Slab;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.frame.SlotWait;
import io.github.stagerecorder.jni.ConvertNative;
import io.github.stagerecorder.settings.Colour;

/**
 * Converts a READ slot, which is then free at once, into a PLANES slot, with the kernel. Used on the thread that
 * pushes.
 *
 * <p>It waits if no PLANES slot is free: during the recording until a slot is free or the recording has failed, at its
 * end only while the pipeline makes progress.
 */
final class PlaneConverter {
    private final SlotPool pool;
    private final StallWatch stall;
    private final SlotWait<Slot> freeSlot;
    private final Colour colour;
    private final int level = KernelLevel.best().ordinal();
    private Slab planes;
    private Picture picture;

    PlaneConverter(InputPlan plan, SlotPool pool, BusMonitor monitor, StallWatch stall, GaplessStream stream) {
        this.pool = pool;
        this.stall = stall;
        colour = plan.encoder().colour();
        freeSlot = new SlotWait<>(pool) {
            @Override
            protected Slot attempt() {
                return planes.claimToFill();
            }

            @Override
            protected boolean isOver() {
                return monitor.failure() != null || stall.hasLasted(stream.endNs());
            }
        };
    }

    /** Sets the picture that frames are converted to from now on. */
    void make(Picture newPicture) {
        picture = newPicture;
    }

    /** Sets the slots that frames are converted into from now on. */
    void fill(Slab newPlanes) {
        planes = newPlanes;
    }

    /**
     * @return the converted slot; null if the recording failed before one was free, and {@code read} is unchanged then
     */
    Slot convert(Slot read) {
        Slot filled = claim();
        if (filled != null) {
            filled.stamp(picture, read.ptsNs(), read.durationNs());
            ConvertNative.convert(
                    read.handle(),
                    filled.handle(),
                    colour.matrix().ordinal(),
                    colour.range().ordinal(),
                    level);
            pool.giveBack(read);
        }
        return filled;
    }

    private Slot claim() {
        Slot slot = planes.claimToFill();
        if (slot != null) {
            return slot;
        }
        stall.restart();
        return freeSlot.await();
    }
}
