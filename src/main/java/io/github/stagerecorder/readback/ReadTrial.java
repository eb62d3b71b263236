package io.github.stagerecorder.readback;

import io.github.stagerecorder.frame.Patience;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.Slab;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.readback.UnreadableException.Obstacle;
import io.github.stagerecorder.settings.Region;
import java.util.function.Consumer;

/** Measures one way to read, one read at a time, with a slot of its own. Used on the render thread. */
public final class ReadTrial {
    private static final int READS = 4; // the least time counts, because the first read also touches new memory
    private static final long PATIENCE_NS = 2_000_000_000L;

    private final Region part;
    private final Picture picture;
    private final Consumer<ReadCost> result;
    private final SlotPool pool = new SlotPool();
    private final GlReadback readback;
    private Slab slab; // null before the first step
    private ReadCost cost = ReadCost.NONE;
    private int reads;
    private boolean disturbed; // the framebuffer changed, which tells nothing of the way

    ReadTrial(GlContext gl, Region part, Reading way, Consumer<ReadCost> result) {
        this.part = part;
        this.result = result;
        picture = way.picture(part.widthPx(), part.heightPx());
        readback = new GlReadback(gl, way, false, false);
    }

    /** Makes all reads. */
    public void run() {
        boolean over = false;
        while (!over) {
            over = step();
        }
    }

    /**
     * Prepares the read, or makes one.
     *
     * @return whether the trial is over, and released
     */
    public boolean step() {
        boolean over = !isContinued();
        if (over) {
            if (!disturbed) {
                result.accept(cost);
            }
            release();
        }
        return over;
    }

    private boolean isContinued() {
        try {
            if (slab == null) {
                return isOpened();
            }
            reads++;
            return isRead() && reads < READS;
        } catch (UnreadableException e) {
            disturbed = e.obstacle() == Obstacle.FRAMEBUFFER;
            return refuse();
        } catch (IllegalArgumentException | IllegalStateException e) {
            return refuse();
        }
    }

    /** The driver refused to draw or to read. */
    private boolean refuse() {
        cost = ReadCost.NONE;
        return false;
    }

    private boolean isOpened() {
        slab = readback.newSlab(pool, 1, picture.slotBytes(), null);
        if (slab == null) {
            return false;
        }
        readback.target(part, picture);
        return true;
    }

    private boolean isRead() {
        Slot slot = slab.claim();
        try {
            ReadCost next = read(slot);
            cost = next.isKnown() ? cost.least(next) : next;
            return next.isKnown();
        } finally {
            readback.giveUp();
            slot.abandon();
        }
    }

    private ReadCost read(Slot slot) {
        long startNs = System.nanoTime();
        readback.begin(slot);
        long beginNs = System.nanoTime() - startNs;
        Patience patience = new Patience(PATIENCE_NS);
        long fromNs = System.nanoTime();
        while (readback.isPending() && !patience.isOver()) {
            boolean arrived = readback.collect() != null;
            long toNs = System.nanoTime();
            if (arrived) {
                return new ReadCost(beginNs + toNs - fromNs, toNs - startNs);
            }
            fromNs = toNs;
        }
        disturbed = readback.partialCount() > 0;
        return ReadCost.NONE;
    }

    /** Releases what it holds if its GL context is current or gone, and returns whether it did. Called until it does. */
    public boolean release() {
        boolean released = readback.release();
        if (released) {
            pool.close();
        }
        return released;
    }
}
