package io.github.stagerecorder.readback;

import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.Slab;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.jni.ReadbackNative;
import io.github.stagerecorder.readback.UnreadableException.Obstacle;
import io.github.stagerecorder.settings.Region;

/** Reads by one of the strategies. Their differences are in {@code native/gl/sr_transfer.c}. */
public final class GlReadback implements Readback {
    private final GlContext gl;
    private final Reading way;
    private final boolean tiled;
    private final boolean follows;
    private final WatchedFramebuffer watched;
    private final Transfers transfers;
    private final PendingReads pending = new PendingReads();
    private SlotPool pool;
    private Region region;
    private Picture picture;
    private Framebuffer bound; // as last inspected, for the reader or for the tiles of one frame
    private boolean unfollowed; // the last framebuffer seen cannot be read by the reader
    private long reader; // 0 before the first target, and after the end
    private boolean closed;
    private volatile long failed;
    private volatile long partial;

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
        this.follows = follows;
        watched = new WatchedFramebuffer(gl);
        transfers = new Transfers(gl, way.strategy());
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
    public Slab newSlab(SlotPool newPool, int slotCount, long slotBytes, Slab planes) {
        pool = newPool;
        return transfers.newSlab(newPool, slotCount, slotBytes, planes);
    }

    @Override
    public void target(Region newRegion, Picture newPicture) {
        gl.requireCurrent();
        if (!tiled) {
            openReader(newRegion, newPicture, watched.look());
        }
        region = newRegion;
        picture = newPicture;
    }

    private void openReader(Region newRegion, Picture newPicture, Framebuffer newBound) {
        gl.requireReadable(newRegion, newBound);
        gl.requirePaddable(newRegion, newPicture);
        long newReader = gl.openReader(way, newRegion, newPicture, newBound);
        if (newReader == 0) {
            throw new IllegalStateException("the driver cannot read " + newRegion + " as " + newPicture);
        }
        closeReader();
        reader = newReader;
        bound = newBound;
        unfollowed = false;
    }

    /** Returns whether the driver can make the source for a region of this size. */
    boolean canTarget(Region newRegion, Picture newPicture) {
        long trial = gl.openReader(way, newRegion, newPicture, gl.framebuffer());
        if (trial != 0) {
            ReadbackNative.closeReader(trial);
        }
        return trial != 0;
    }

    @Override
    public void begin(Slot slot) {
        int status = unfollowed
                ? ReadbackNative.OTHER_FRAMEBUFFER
                : ReadbackNative.begin(slot.transfer(), reader, watched.handle());
        if (status == ReadbackNative.OTHER_FRAMEBUFFER) {
            follow();
            status = ReadbackNative.begin(slot.transfer(), reader, watched.handle());
        }
        if (status != ReadbackNative.OK) {
            throw unreadable(status);
        }
        pending.add(slot);
        transfers.closeOlder();
    }

    private UnreadableException unreadable(int status) {
        if (status == ReadbackNative.OTHER_FRAMEBUFFER) {
            return new UnreadableException(
                    Obstacle.FRAMEBUFFER, "read framebuffer " + bound.name() + " is smaller than " + region, null);
        }
        return gl.isCurrent()
                ? new UnreadableException(
                        Obstacle.DRIVER, "the driver could not read " + region + " as " + picture, null)
                : gl.notCurrent();
    }

    private void follow() {
        unfollowed = true;
        try {
            follow(watched.look());
            unfollowed = false;
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new UnreadableException(Obstacle.FRAMEBUFFER, e.getMessage(), e);
        }
    }

    /** Adapts to another framebuffer. The reader stays open if it is like the last one, as in a ping-pong pair. */
    private void follow(Framebuffer other) {
        if (follows && other.complete() && !other.ends(region)) {
            throw other.resized(region);
        }
        if (other.isLike(bound)) {
            other.requireReadable(region);
            bound = other;
        } else {
            openReader(region, picture, other);
        }
    }

    @Override
    public void beginTile(Slot slot, Region source, int atXPx, int atYPx, boolean first) {
        gl.requireCurrent();
        if (first || gl.framebufferName() != bound.name()) {
            bound = gl.framebuffer();
        }
        gl.requireReadable(source, bound);
        gl.requireUncopied(bound);
        gl.requirePaddable(source, picture);
        int status = ReadbackNative.beginTile(
                slot.transfer(),
                bound.name(),
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
                            ? ": read framebuffer " + bound.name() + " does not contain it"
                            : " by the driver"));
        }
    }

    @Override
    public void endTiles(Slot slot) {
        pending.add(slot);
    }

    @Override
    public Slot collect() {
        while (!pending.isEmpty()) {
            switch (poll(0)) {
                case ReadbackNative.DONE -> {
                    return pending.remove();
                }
                case ReadbackNative.LOST -> {
                    lose();
                    failed++;
                }
                case ReadbackNative.PARTIAL -> {
                    lose();
                    partial++;
                }
                default -> {
                    return null;
                }
            }
        }
        return null;
    }

    private int poll(long timeoutNs) {
        return ReadbackNative.poll(pending.oldest().transfer(), timeoutNs);
    }

    private void lose() {
        pending.remove().abandon();
        pool.addLost();
    }

    @Override
    public boolean isPending() {
        return !pending.isEmpty();
    }

    @Override
    public boolean await(long timeoutNs) {
        return poll(timeoutNs) != ReadbackNative.PENDING;
    }

    @Override
    public int giveUp() {
        int count = 0;
        for (; !pending.isEmpty(); count++) {
            lose();
        }
        return count;
    }

    @Override
    public long failedCount() {
        return failed;
    }

    @Override
    public long partialCount() {
        return partial;
    }

    private void closeReader() {
        if (reader != 0) {
            ReadbackNative.closeReader(reader);
            reader = 0;
        }
    }

    @Override
    public void close() {
        if (!closed && release()) {
            closed = true;
            gl.close();
        }
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    /** Releases what {@link #close()} releases, except for the context, and returns whether nothing is left. */
    boolean release() {
        watched.close();
        if (!gl.isCurrent() && !gl.isGone()) {
            return false;
        }
        closeReader();
        return transfers.closeUnused();
    }
}
