package io.github.stagerecorder.readback;

import io.github.stagerecorder.ReadStrategy;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.jni.ReadbackNative;
import io.github.stagerecorder.readback.UnreadableException.Obstacle;
import io.github.stagerecorder.settings.FramebufferChoice;
import io.github.stagerecorder.settings.Region;
import io.github.stagerecorder.settings.RegionChoice;

/** The application's GL context that was current when this object was created. Used on the render thread. */
public final class GlContext implements AutoCloseable {
    private static final String REMEDY =
            ": make it current for this call; before it is destroyed, close the recorder, and start another one in"
                    + " the new context";

    private final long handle;
    private final FramebufferChoice choice;
    private final boolean es;
    private final int driver;

    private GlContext(long handle, FramebufferChoice choice) {
        this.handle = handle;
        this.choice = choice;
        int[] version = ReadbackNative.version(handle);
        es = version[0] != 0;
        driver = version[3];
    }

    /**
     * Returns the context that is current on this thread.
     *
     * @param framebuffer which framebuffer is inspected and read
     * @throws IllegalStateException if no GL context is current, or it cannot be used
     */
    public static GlContext current(FramebufferChoice framebuffer) {
        long handle = ReadbackNative.resolve(framebuffer.kind(), framebuffer.name());
        if (handle == 0) {
            throw new IllegalStateException("no OpenGL context is current on thread "
                    + Thread.currentThread().getName()
                    + ": call this on the thread that draws, while its context is current (EGL, GLX, WGL and CGL are"
                    + " known)");
        }
        requireUsable(handle);
        return new GlContext(handle, framebuffer);
    }

    /** Returns the context that is current now, for the same framebuffer, or throws as {@link #current} does. */
    public GlContext successor() {
        return current(choice);
    }

    private static void requireUsable(long handle) {
        String obstacle = ReadbackNative.obstacle(handle);
        if (obstacle != null) {
            ReadbackNative.release(handle);
            throw unusable(obstacle);
        }
    }

    private static IllegalStateException unusable(String obstacle) {
        return new IllegalStateException("the OpenGL context that is current on thread "
                + Thread.currentThread().getName() + " cannot be used: " + obstacle);
    }

    /**
     * @throws IllegalArgumentException if the region is too large for the driver, or the framebuffer does not
     *     contain it
     * @throws IllegalStateException if the framebuffer cannot be read
     */
    public void requireReadable(Region region) {
        requireReadable(region, framebuffer());
    }

    /**
     * @throws UnreadableException if the context is not current, or the region cannot be read from its framebuffer
     * @throws ContextReplacedException if the context is gone
     */
    public void requireReadableNow(Region region) {
        if (!isCurrent()) {
            throw notCurrent();
        }
        try {
            requireReadable(region);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new UnreadableException(Obstacle.FRAMEBUFFER, e.getMessage(), e);
        }
    }

    /** Returns the exception for a capture while the context is not current. */
    RuntimeException notCurrent() {
        return isGone()
                ? new ContextReplacedException()
                : new UnreadableException(Obstacle.CONTEXT, notCurrentMessage() + REMEDY, null);
    }

    /** Checks a framebuffer that has been inspected, as {@link #requireReadable(Region)} does. */
    void requireReadable(Region region, Framebuffer bound) {
        int[] limits = ReadbackNative.limits(handle);
        if (region.widthPx() > limits[0] || region.heightPx() > limits[1]) {
            throw new IllegalArgumentException("size " + region.widthPx() + "x" + region.heightPx()
                    + " is above this driver's limit of " + limits[0] + "x" + limits[1]);
        }
        bound.requireReadable(region);
    }

    /** @throws IllegalStateException if it can be read only from a copy, and so not in tiles */
    void requireUncopied(Framebuffer bound) {
        bound.requireUncopied(es);
    }

    /** Returns the part of the region that the current framebuffer contains, for tiled frames. */
    public Region readablePart(Region region) {
        Framebuffer bound = framebuffer();
        int[] limits = ReadbackNative.limits(handle);
        int widthPx = bound.widthPx() > 0 ? bound.widthPx() - region.xPx() : limits[0];
        int heightPx = bound.heightPx() > 0 ? bound.heightPx() - region.yPx() : limits[1];
        return region.withSize(Math.min(region.widthPx(), widthPx), Math.min(region.heightPx(), heightPx));
    }

    /**
     * Returns the chosen rectangle.
     *
     * @throws IllegalArgumentException if it is the whole framebuffer, and the framebuffer's size is not known
     */
    public Region regionOf(RegionChoice choice) {
        return choice.followsSize() ? wholeRegion(framebuffer(), choice) : choice.fixed();
    }

    private Region wholeRegion(Framebuffer bound, RegionChoice corner) {
        bound.requireComplete();
        if (bound.widthPx() == 0) {
            throw new IllegalArgumentException("size(widthPx, heightPx) is missing, and " + this
                    + " does not tell the size of framebuffer " + bound.name() + ": give it");
        }
        return bound.from(corner.xPx(), corner.yPx());
    }

    /** @throws StageResizedException if the framebuffer does not end where the region does */
    public void requireWhole(Region region) {
        Framebuffer bound = isCurrent() ? framebuffer() : null;
        if (bound != null && bound.complete() && !bound.ends(region)) {
            throw bound.resized(region);
        }
    }

    /** Returns the ways to read that it supports. */
    public ReadSupport support() {
        return new ReadSupport(handle, framebuffer().rgbaFirst(), toString());
    }

    /** @throws IllegalArgumentException if the region cannot be read into a picture of this size */
    public void requirePaddable(Region region, Picture picture) {
        if (picture.widthPx() != region.widthPx() && !ReadbackNative.hasRowLength(handle)) {
            throw new IllegalArgumentException("OpenGL ES 2 has no row length, and cannot read " + region
                    + " into a picture of " + picture + ": both must be equally wide (and even, for some codecs)");
        }
    }

    /** @return 0 if the driver or the system has no memory */
    long openTransfer(ReadStrategy strategy, Slot slot, long sizeBytes) {
        return ReadbackNative.openTransfer(handle, strategy.ordinal(), slot.handle(), sizeBytes);
    }

    /**
     * Opens a reader for framebuffers that are like {@code bound}.
     *
     * @param bound the framebuffer that is bound for reading now
     * @return 0 if the driver cannot make the source
     */
    long openReader(Reading way, Region region, Picture picture, Framebuffer bound) {
        return ReadbackNative.openReader(
                handle,
                region.xPx(),
                region.yPx(),
                region.widthPx(),
                region.heightPx(),
                picture.widthPx(),
                picture.heightPx(),
                picture.format().ordinal(),
                source(way, bound).ordinal(),
                way.colour() == null ? 0 : way.colour().matrix().ordinal(),
                way.colour() == null ? 0 : way.colour().range().ordinal());
    }

    /** Returns what is read of this framebuffer by this way. */
    Source source(Reading way, Framebuffer bound) {
        return bound.mustBeCopied(es) ? way.source().resolving() : way.source();
    }

    /** Returns a number for the driver: the same one for the same driver, version and device. */
    int driver() {
        return driver;
    }

    /** @return 0 if there is no memory */
    long openWatch() {
        return ReadbackNative.openWatch(handle);
    }

    /** Returns the name of the selected framebuffer. This call is cheap. */
    int framebufferName() {
        return ReadbackNative.framebufferName(handle);
    }

    /** Inspects the selected framebuffer. */
    Framebuffer framebuffer() {
        return Framebuffer.of(ReadbackNative.inspect(handle));
    }

    boolean isCurrent() {
        return ReadbackNative.isCurrent(handle);
    }

    /** Marks it, so that it is known even if another context has its handle, or throws if it is lost. */
    void mark() {
        if (!ReadbackNative.mark(handle)) {
            throw unusable("it does not keep objects, as if it were lost");
        }
    }

    /** Returns whether it is certainly destroyed. It need not be current for this. */
    boolean isGone() {
        return ReadbackNative.isGone(handle);
    }

    /**
     * Closes it if that leaves nothing of ours in it: while it is current, and once it is gone.
     *
     * @return whether it is closed
     */
    public boolean release() {
        boolean closes = isCurrent() || isGone();
        if (closes) {
            close();
        }
        return closes;
    }

    /** @throws IllegalStateException if it is not current on this thread */
    public void requireCurrent() {
        if (!isCurrent()) {
            throw new IllegalStateException(notCurrentMessage());
        }
    }

    private static String notCurrentMessage() {
        return "the OpenGL context that was current at start() is not current on thread "
                + Thread.currentThread().getName();
    }

    /** Returns the version, for messages. */
    @Override
    public String toString() {
        int[] version = ReadbackNative.version(handle);
        return "OpenGL " + (version[0] != 0 ? "ES " : "") + version[1] + "." + version[2];
    }

    @Override
    public void close() {
        ReadbackNative.release(handle);
    }
}
