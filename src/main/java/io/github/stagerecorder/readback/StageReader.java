package io.github.stagerecorder.readback;

import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.jni.ReadbackNative;
import io.github.stagerecorder.readback.UnreadableException.Obstacle;
import io.github.stagerecorder.settings.Region;

/**
 * Reads from the framebuffer that is selected at each read. If it is another one than at the last read, or has changed,
 * this object adapts before it reads. Used on the render thread.
 */
final class StageReader implements AutoCloseable {
    private final boolean follows;
    private GlContext gl;
    private WatchedFramebuffer watched;
    private Reading way;
    private Region region;
    private Picture picture;
    private Framebuffer bound; // as last inspected
    private boolean unfollowed; // the last framebuffer seen cannot be read by the reader
    private long reader; // 0 before the first target, and after the end

    /** @param follows whether the region is the whole framebuffer, whatever its size is */
    StageReader(GlContext gl, boolean follows) {
        this.gl = gl;
        this.follows = follows;
        watched = new WatchedFramebuffer(gl);
    }

    /** Sets what is read from now on, as {@link Readback#target} says, and how. Nothing changes if it throws. */
    void target(Reading newWay, Region newRegion, Picture newPicture) {
        open(newWay, newRegion, newPicture, watched.look());
        way = newWay;
        region = newRegion;
        picture = newPicture;
    }

    private void open(Reading newWay, Region newRegion, Picture newPicture, Framebuffer newBound) {
        gl.requireReadable(newRegion, newBound);
        gl.requirePaddable(newRegion, newPicture);
        long newReader = gl.openReader(newWay, newRegion, newPicture, newBound);
        if (newReader == 0) {
            throw new IllegalStateException("the driver cannot read " + newRegion + " as " + newPicture);
        }
        closeReader();
        reader = newReader;
        bound = newBound;
        unfollowed = false;
    }

    /** The next read looks at the framebuffer as at another one. */
    void enter(GlContext fresh, WatchedFramebuffer freshWatch) {
        closeReader();
        watched.close();
        watched = freshWatch;
        gl = fresh;
        bound = null;
        unfollowed = true;
    }

    /** Returns whether the next read looks at the framebuffer first. */
    boolean looksFirst() {
        return unfollowed;
    }

    /** @throws UnreadableException and others, as {@link Readback#begin} does */
    void begin(long transfer) {
        int status = unfollowed
                ? ReadbackNative.OTHER_FRAMEBUFFER
                : ReadbackNative.begin(transfer, reader, watched.handle());
        if (status == ReadbackNative.OTHER_FRAMEBUFFER) {
            follow();
            status = ReadbackNative.begin(transfer, reader, watched.handle());
        }
        if (status != ReadbackNative.OK) {
            throw unreadable(status);
        }
    }

    private RuntimeException unreadable(int status) {
        if (status == ReadbackNative.OTHER_FRAMEBUFFER) {
            return bound.isSizeCertain()
                    ? refused()
                    : new UnreadableException(
                            Obstacle.FRAMEBUFFER,
                            "read framebuffer " + bound.name() + " is smaller than " + region,
                            null);
        }
        return gl.isCurrent()
                ? new UnreadableException(
                        Obstacle.DRIVER, "the driver could not read " + region + " as " + picture, null)
                : gl.notCurrent();
    }

    private UnreadableException refused() {
        String what = gl.source(way, bound).isCopy()
                ? "the driver does not copy all of framebuffer " + bound.name()
                        + ", as inside glBeginConditionalRender, which the recorder cannot ask for"
                : "the driver refuses to read framebuffer " + bound.name();
        return new UnreadableException(Obstacle.DRIVER, what, null);
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
        if (bound != null && other.isLike(bound)) {
            other.requireReadable(region);
            bound = other;
        } else {
            open(way, region, picture, other);
        }
    }

    private void closeReader() {
        if (reader != 0) {
            ReadbackNative.closeReader(reader);
            reader = 0;
        }
    }

    /** Stops watching. It needs no context. */
    void endWatching() {
        watched.close();
    }

    /** Deletes the reader. The GL context must be current, or gone. */
    @Override
    public void close() {
        endWatching();
        closeReader();
    }
}
