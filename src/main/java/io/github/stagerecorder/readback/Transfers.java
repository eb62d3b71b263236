package io.github.stagerecorder.readback;

import io.github.stagerecorder.ReadStrategy;
import io.github.stagerecorder.frame.Slab;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.jni.ReadbackNative;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Holds a transfer for each slot of all generations. The driver takes milliseconds to provide the memory of a large
 * slot, so all but the first are opened when they are first claimed: no capture pays for more than one. A generation
 * whose memory GL uses is released only after its GL
 * objects have been deleted, and these are deleted only when all its slots are free. Used on the render thread.
 */
final class Transfers {
    private record Generation(ReadStrategy strategy, SlotPool pool, Slab slab, long[] transfers) {}

    private final List<Generation> generations = new ArrayList<>(); // the last one is in use
    private final Set<Slot> missing = new HashSet<>(); // slots without a transfer in the present context
    private boolean hasRoom; // for slots that are opened in advance
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
        if (!open(fresh, 0)) {
            pool.retire(slab);
            return null;
        }
        if (strategy != ReadStrategy.CLIENT) {
            slab.retain();
        }
        closeUnused();
        generations.add(fresh);
        missing.clear();
        miss(slab, 1);
        hasRoom = true;
        return slab;
    }

    /** Makes the transfers in another context from now on, because the one before is gone. */
    void enter(GlContext other) {
        gl = other;
        miss(generations.get(generations.size() - 1).slab(), 0);
    }

    /**
     * Ensures that a claimed slot has a transfer in the present context. If it has, another slot's is opened in
     * advance.
     *
     * @return false if the driver has no memory
     */
    boolean ensure(Slot slot) {
        return missing.isEmpty() || (missing.contains(slot) ? open(slot) : openInAdvance());
    }

    /** Slots that were used in another context may still be in use. */
    private boolean openInAdvance() {
        Slot next = hasRoom ? firstUnused() : null;
        hasRoom = next != null && open(next);
        return true;
    }

    private Slot firstUnused() {
        for (Slot slot : missing) {
            if (slot.transfer() == 0) {
                return slot;
            }
        }
        return null;
    }

    private boolean open(Slot slot) {
        Generation generation = generations.get(generations.size() - 1);
        int at = 0;
        while (generation.slab().slot(at) != slot) {
            at++;
        }
        return open(generation, at) && missing.remove(slot);
    }

    /** Replaces the transfer that the slot may have in a context that is gone. */
    private boolean open(Generation generation, int at) {
        Slab slab = generation.slab();
        long transfer = gl.openTransfer(generation.strategy(), slab.slot(at), slab.slotBytes());
        if (transfer == 0) {
            return false;
        }
        long[] transfers = generation.transfers();
        if (transfers[at] != 0) {
            ReadbackNative.closeTransfer(transfers[at]);
        }
        transfers[at] = transfer;
        slab.slot(at).setTransfer(transfer);
        return true;
    }

    private void miss(Slab slab, int from) {
        for (int i = from; i < slab.slotCount(); i++) {
            missing.add(slab.slot(i));
        }
    }

    /**
     * Closes the transfers of each generation whose slots are all free, and releases its slab. The newest generation is
     * closed too, so its slots may not be claimed after this call. With CLIENT, no slot needs to be free. The GL
     * context must be current.
     *
     * @return whether no generation is left
     */
    boolean closeUnused() {
        for (Iterator<Generation> each = generations.iterator(); each.hasNext(); ) {
            if (closeIfUnused(each.next())) {
                each.remove();
            }
        }
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
        for (long transfer : generation.transfers()) {
            if (transfer != 0) {
                ReadbackNative.closeTransfer(transfer);
            }
        }
    }
}
