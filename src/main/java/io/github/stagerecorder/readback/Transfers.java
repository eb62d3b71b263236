package io.github.stagerecorder.readback;

import io.github.stagerecorder.ReadStrategy;
import io.github.stagerecorder.frame.Slab;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.jni.ReadbackNative;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What each slot of the recording's generations needs of GL. Where a slot's memory is a buffer of GL's, its generation
 * stays until the buffer has been deleted, and that waits until nobody uses the slot. Render thread only.
 */
final class Transfers {
    private record Generation(SlotPool pool, Slab slab, long[] transfers) {}

    private final GlContext gl;
    private final ReadStrategy strategy;
    private final List<Generation> generations = new ArrayList<>(); // the last one is in use

    Transfers(GlContext gl, ReadStrategy strategy) {
        this.gl = gl;
        this.strategy = strategy;
    }

    /** @return null when there is no memory; nothing has changed then */
    Slab newSlab(SlotPool pool, int slotCount, long slotBytes, Slab planes) {
        Slab slab = ReadbackNative.usesDriverMemory(strategy.ordinal())
                ? pool.newSlabForDriver(slotCount, slotBytes, planes)
                : pool.newSlab(slotCount, slotBytes, planes);
        return slab == null ? null : openAll(slab, pool);
    }

    private Slab openAll(Slab slab, SlotPool pool) {
        Generation fresh = new Generation(pool, slab, new long[slab.slotCount()]);
        if (!open(fresh)) {
            closeAll(fresh);
            pool.retire(slab);
            return null;
        }
        if (strategy != ReadStrategy.CLIENT) {
            slab.retain();
        }
        closeUnused();
        generations.add(fresh);
        return slab;
    }

    private boolean open(Generation generation) {
        Slab slab = generation.slab();
        for (int i = 0; i < slab.slotCount(); i++) {
            long transfer = gl.openTransfer(strategy, slab.slot(i), slab.slotBytes());
            if (transfer == 0) {
                return false;
            }
            generation.transfers()[i] = transfer;
            slab.slot(i).setTransfer(transfer);
        }
        return true;
    }

    /**
     * Of the older generations, and of the last one too once no slot is claimed any more. Buffers that cannot be
     * deleted stay, and memory of ours that the GPU knows with them. The context is current.
     *
     * @return whether nothing is left
     */
    boolean closeUnused() {
        generations.removeIf(this::closeIfUnused);
        return generations.isEmpty();
    }

    /** As {@link #closeUnused}, of the older generations alone. Cheap where there are none. */
    void closeOlder() {
        while (generations.size() > 1 && closeIfUnused(generations.get(0))) {
            generations.remove(0);
        }
    }

    private boolean closeIfUnused(Generation generation) {
        if (strategy == ReadStrategy.CLIENT) {
            closeAll(generation); // its slab may be gone, and no buffer hangs on it
            return true;
        }
        if (!generation.slab().allFree()) {
            return false;
        }
        closeAll(generation);
        generation.pool().release(generation.slab());
        return true;
    }

    private static void closeAll(Generation generation) {
        Arrays.stream(generation.transfers()).filter(transfer -> transfer != 0).forEach(ReadbackNative::closeTransfer);
    }
}
