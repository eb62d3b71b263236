package io.github.stagerecorder.readback;

import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.Slab;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.jni.ReadbackNative;
import io.github.stagerecorder.readback.UnreadableException.Obstacle;
import io.github.stagerecorder.settings.Region;
import java.util.ArrayList;
import java.util.List;

/** Reads by one of the strategies. Their differences are in {@code native/gl/sr_transfer.c}. */
public final class GlReadback implements Readback {
    private final boolean tiled;
    private final StageReader reader;
    private final Transfers transfers;
    private final List<GlContext> left = new ArrayList<>(); // contexts that are gone, and that transfers still name
    private final PendingReads pending = new PendingReads();
    private GlContext gl;
    private volatile Reading way;
    private Region region;
    private Picture picture;
    private Framebuffer tiledFrom; // as last inspected, for the tiles of one frame
    private boolean closed;

    /**
     * Creates a readback, which closes {@code gl} once everything else is closed.
     *
     * @param way a way whose strategy the context supports
     * @param tiled whether frames come in tiles
     * @param follows whether the region is the whole framebuffer, whatever its size is
     */
    public GlReadback(GlContext gl, Reading way, boolean tiled, boolean follows) {
        this.gl = gl;
        this.way = way;
        this.tiled = tiled;
        gl.mark();
        reader = new StageReader(gl, follows);
        transfers = new Transfers(gl);
    }

    @Override
    public String strategy() {
        return way.toString();
    }

    @Override
    public boolean isContextCurrent() {
        return gl.isCurrent();
    }

    @Override
    public void requireContext() {
        gl.requireCurrent();
    }

    @Override
    public void requireContextNow() {
        if (!gl.isCurrent()) {
            throw gl.notCurrent();
        }
    }

    @Override
    public boolean isContextGone() {
        return gl.isGone();
    }

    @Override
    public void enterContext() {
        GlContext fresh = gl.successor();
        try {
            fresh.support().require(way);
            fresh.mark();
            enter(fresh, new WatchedFramebuffer(fresh));
        } catch (RuntimeException | Error e) {
            fresh.close();
            throw e;
        }
    }

    private void enter(GlContext fresh, WatchedFramebuffer freshWatch) {
        pending.failAll();
        reader.enter(fresh, freshWatch);
        left.add(gl);
        gl = fresh;
        transfers.enter(fresh);
    }

    @Override
    public Slab newSlab(SlotPool newPool, int slotCount, long slotBytes, Slab planes) {
        pending.countIn(newPool);
        return transfers.newSlab(way.strategy(), newPool, slotCount, slotBytes, planes);
    }

    /**
     * Reads into a slab that exists already, in place of a new one.
     *
     * @param slab of a strategy that reads into the pool's memory
     * @return false if there is no memory; the slab is retired then
     */
    boolean use(SlotPool newPool, Slab slab) {
        pending.countIn(newPool);
        return transfers.use(way.strategy(), newPool, slab) != null;
    }

    @Override
    public void target(Region newRegion, Picture newPicture) {
        gl.requireCurrent();
        if (!tiled) {
            reader.target(way, newRegion, newPicture);
        }
        region = newRegion;
        picture = newPicture;
    }

    @Override
    public boolean goOver(Reading next, Region newRegion, Picture newPicture) {
        Reading before = way;
        way = next;
        try {
            target(newRegion, newPicture);
            return true;
        } catch (IllegalArgumentException | IllegalStateException e) {
            way = before;
            return false;
        }
    }

    @Override
    public void begin(Slot slot) {
        requireTransfer(slot);
        reader.begin(slot.transfer());
        pending.add(slot);
        transfers.closeOlder();
    }

    private void requireTransfer(Slot slot) {
        if (reader.looksFirst()) {
            requireContextNow(); // before anything is looked at or made
        }
        if (!transfers.ensure(slot)) {
            throw new UnreadableException(Obstacle.DRIVER, "the driver has no memory to read " + region, null);
        }
    }

    @Override
    public void beginTile(Slot slot, Region source, int atXPx, int atYPx, boolean first) {
        gl.requireCurrent();
        if (first || gl.framebufferName() != tiledFrom.name()) {
            tiledFrom = gl.framebuffer();
        }
        gl.requireReadable(source, tiledFrom);
        gl.requireUncopied(tiledFrom);
        gl.requirePaddable(source, picture);
        requireTransfer(slot);
        int status = ReadbackNative.beginTile(
                slot.transfer(),
                tiledFrom.name(),
                source.xPx(),
                source.yPx(),
                source.widthPx(),
                source.heightPx(),
                atXPx,
                atYPx,
                region.widthPx(),
                region.heightPx(),
                picture.widthPx(),
                picture.heightPx(),
                picture.format().ordinal(),
                first);
        if (status != ReadbackNative.OK) {
            throw new IllegalStateException("the tile " + source + " could not be read"
                    + (status == ReadbackNative.OTHER_FRAMEBUFFER
                            ? ": read framebuffer " + tiledFrom.name() + " does not contain it"
                            : " by the driver"));
        }
    }

    @Override
    public void endTiles(Slot slot) {
        pending.add(slot);
    }

    @Override
    public Slot collect() {
        return pending.collect();
    }

    @Override
    public boolean isPending() {
        return !pending.isEmpty();
    }

    @Override
    public boolean await(long timeoutNs) {
        return pending.await(timeoutNs);
    }

    @Override
    public int giveUp() {
        return pending.giveUp();
    }

    @Override
    public long failedCount() {
        return pending.failedCount();
    }

    @Override
    public long partialCount() {
        return pending.partialCount();
    }

    @Override
    public void close() {
        if (!closed && release()) {
            closed = true;
            left.forEach(GlContext::close);
            gl.close();
        }
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    /** Releases what {@link #close()} releases, except for the context, and returns whether nothing is left. */
    boolean release() {
        reader.endWatching();
        if (!gl.isCurrent() && !gl.isGone()) {
            return false;
        }
        reader.close();
        return transfers.closeUnused();
    }
}
