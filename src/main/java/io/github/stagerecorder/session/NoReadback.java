package io.github.stagerecorder.session;

import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.Slab;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.readback.Readback;
import io.github.stagerecorder.readback.Reading;
import io.github.stagerecorder.settings.Region;

/** Leaves the slots unchanged, for a rehearsal and for benchmarks. It needs no GL. */
public final class NoReadback implements Readback {
    private Slot done;

    @Override
    public String strategy() {
        return "none";
    }

    @Override
    public boolean isContextCurrent() {
        return true;
    }

    @Override
    public void requireContext() {}

    @Override
    public void requireContextNow() {}

    @Override
    public void target(Region region, Picture picture) {}

    @Override
    public boolean goOver(Reading next, Region region, Picture picture) {
        return false;
    }

    @Override
    public void begin(Slot slot) {
        done = slot;
    }

    @Override
    public Slab newSlab(SlotPool pool, int slotCount, long slotBytes, Slab planes) {
        return pool.newSlab(slotCount, slotBytes, planes);
    }

    @Override
    public void beginTile(Slot slot, Region source, int atXPx, int atYPx, boolean first) {}

    @Override
    public void endTiles(Slot slot) {
        done = slot;
    }

    @Override
    public Slot collect() {
        Slot slot = done;
        done = null;
        return slot;
    }

    @Override
    public boolean isPending() {
        return false;
    }

    @Override
    public boolean await(long timeoutNs) {
        return true;
    }

    @Override
    public int giveUp() {
        return 0;
    }

    @Override
    public long failedCount() {
        return 0;
    }

    @Override
    public long partialCount() {
        return 0;
    }

    @Override
    public boolean isContextGone() {
        return false;
    }

    @Override
    public void enterContext() {}

    @Override
    public void close() {}

    @Override
    public boolean isClosed() {
        return true;
    }
}
