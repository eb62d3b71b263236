package io.github.stagerecorder.readback;

import io.github.stagerecorder.ReadStrategy;
import io.github.stagerecorder.frame.Slab;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.jni.ReadbackNative;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Holds a transfer for each slot of all generations. A generation whose memory GL uses is released only after its GL
 * objects have been deleted, and these are deleted only when all its slots are free. Used on the render thread.
 */
final class Transfers {
    private record Generation(ReadStrategy strategy, SlotPool pool, Slab slab, long[] transfers) {}

    private final List<Generation> generations = new ArrayList<>(); // the last one is in use
    private final Set<Slot> stale = new HashSet<>(); // slots in use whose transfers belong to a context that is gone
    private GlContext gl;

    Transfers(GlContext gl) {
        this.gl = gl;
    }

    /** @return null if there is no memory; nothing has changed then */
    Slab newSlab(ReadStrategy strategy, SlotPool pool, int slotCount, long slotBytes, Slab planes) {
        Slab slab = ReadbackNative.usesDriverMemory(strategy.ordinal())
                ? pool.newSlabForDriver(slotCount, slotBytes, planes)
                : pool.newSlab(slotCount, slotBytes, planes);
        return slab == null ? null : use(strategy, pool, slab);
    }

    /** @return null if there is no memory; the slab is retired then */
    Slab use(ReadStrategy strategy, SlotPool pool, Slab slab) {
        Generation fresh = new Generation(strategy, pool, slab, new long[slab.slotCount()]);
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
        stale.clear();
        return slab;
    }

    /** Makes the transfers in another context from now on, because the one before is gone. */
    void enter(GlContext other) {
        gl = other;
        Slab slab = generations.get(generations.size() - 1).slab();
        IntStream.range(0, slab.slotCount()).mapToObj(slab::slot).forEach(stale::add);
    }

    /**
     * Ensures that a claimed slot has a transfer in the present context.
     *
     * @return false if the driver has no memory
     */
    boolean renew(Slot slot) {
        return stale.isEmpty() || !stale.contains(slot) || reopen(slot, generations.get(generations.size() - 1));
    }

    private boolean reopen(Slot slot, Generation generation) {
        long transfer =
                gl.openTransfer(generation.strategy(), slot, generation.slab().slotBytes());
        if (transfer == 0) {
            return false;
        }
        long[] transfers = generation.transfers();
        int at = IntStream.range(0, transfers.length)
                .filter(i -> transfers[i] == slot.transfer())
                .findFirst()
                .orElseThrow();
        ReadbackNative.closeTransfer(transfers[at]);
        transfers[at] = transfer;
        slot.setTransfer(transfer);
        stale.remove(slot);
        return true;
    }

    private boolean open(Generation generation) {
        Slab slab = generation.slab();
        for (int i = 0; i < slab.slotCount(); i++) {
            long transfer = gl.openTransfer(generation.strategy(), slab.slot(i), slab.slotBytes());
            if (transfer == 0) {
                return false;
            }
            generation.transfers()[i] = transfer;
            slab.slot(i).setTransfer(transfer);
        }
        return true;
    }

    /**
     * Closes the transfers of each generation whose slots are all free, and releases its slab. The newest generation is
     * closed too, so its slots may not be claimed after this call. With CLIENT, no slot needs to be free. The GL
     * context must be current.
     *
     * @return whether no generation is left
     */
    boolean closeUnused() {
        generations.removeIf(this::closeIfUnused);
        return generations.isEmpty();
    }

    /** Closes the older generations as {@link #closeUnused} does, oldest first. It is cheap if there are none. */
    void closeOlder() {
        while (generations.size() > 1 && closeIfUnused(generations.get(0))) {
            generations.remove(0);
        }
    }

    private boolean closeIfUnused(Generation generation) {
        if (generation.strategy() == ReadStrategy.CLIENT) {
            closeAll(generation); // it does not retain its slab, which may be gone
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
