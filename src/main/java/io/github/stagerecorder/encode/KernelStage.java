package io.github.stagerecorder.encode;

import io.github.stagerecorder.frame.Colour;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.Slab;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.jni.ConvertNative;
import java.util.List;

/**
 * Our own conversion: from a READ slot, which is free at once, into a PLANES slot. The thread that pushes.
 *
 * <p>It waits where no PLANES slot is free: while recording until there is one or the recording has failed, at its end
 * no longer than the pipeline makes progress.
 */
final class KernelStage {
    /** A failure is noticed after so long at the latest. */
    private static final long NAP_NS = 20_000_000L;

    private static final List<String> LEVEL_NAMES = List.of("scalar", "sse2", "avx2");

    private final SlotPool pool;
    private final BusMonitor monitor;
    private final Stall stall;
    private final Colour colour;
    private final int level = ConvertNative.bestLevel();

    KernelStage(EncoderPlan plan, SlotPool pool, BusMonitor monitor, Stall stall) {
        this.pool = pool;
        this.monitor = monitor;
        this.stall = stall;
        colour = plan.colour();
    }

    static String levelName() {
        return LEVEL_NAMES.get(ConvertNative.bestLevel());
    }

    /**
     * @param planes what the frame is to become
     * @param endNs where the last frame before it ends
     * @return the slot that holds it; null when the recording failed before there was one, with {@code read} as it was
     */
    Slot convert(Slot read, Picture planes, long endNs) {
        Slot filled = claim(read.slab().planes(), endNs);
        if (filled != null) {
            filled.stamp(planes, read.ptsNs(), read.durationNs());
            ConvertNative.convert(read.handle(), filled.handle(), colour.ordinal(), level);
            pool.giveBack(read);
        }
        return filled;
    }

    private Slot claim(Slab slab, long endNs) {
        Slot slot = slab.claimToFill();
        return slot != null ? slot : await(slab, endNs);
    }

    private Slot await(Slab slab, long endNs) {
        stall.restart();
        while (monitor.failure() == null && !stall.hasLasted(endNs)) {
            int seen = pool.releasedCount();
            Slot slot = slab.claimToFill();
            if (slot != null) {
                return slot;
            }
            pool.awaitReleased(seen, NAP_NS);
        }
        return null;
    }
}
