package io.github.stagerecorder.encode;

import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.PixelFormat;
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
    private final boolean bt709;
    private final int level = ConvertNative.bestLevel();

    KernelStage(EncoderPlan plan, SlotPool pool, BusMonitor monitor, Stall stall) {
        this.pool = pool;
        this.monitor = monitor;
        this.stall = stall;
        bt709 = plan.isBt709();
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
            fill(filled, read, planes);
            filled.stamp(planes, read.ptsNs(), read.durationNs());
            pool.giveBack(read);
        }
        return filled;
    }

    private void fill(Slot filled, Slot read, Picture planes) {
        boolean rgbaOrder = read.picture().format() == PixelFormat.RGBX;
        boolean nv12 = planes.format() == PixelFormat.NV12;
        ConvertNative.convert(
                read.handle(), filled.handle(), planes.widthPx(), planes.heightPx(), rgbaOrder, nv12, bt709, level);
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
