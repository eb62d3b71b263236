package io.github.stagerecorder.readback;

import io.github.stagerecorder.settings.FramebufferChoice;
import io.github.stagerecorder.settings.Region;
import io.github.stagerecorder.settings.RegionChoice;

/**
 * Tells which rectangle of the framebuffer a recording would take if it began now. Used on the render thread; the
 * native module must be loaded.
 */
public final class StageWatch implements AutoCloseable {
    /** Asking costs a tenth of a millisecond where the window is GLX's. */
    private static final long INTERVAL_NS = 250_000_000L;

    private final FramebufferChoice framebuffer;
    private final RegionChoice part;
    private GlContext gl; // null before the first look
    private Region seen; // null if the last look failed
    private long lookedAtNs = System.nanoTime() - INTERVAL_NS;

    public StageWatch(FramebufferChoice framebuffer, RegionChoice part) {
        this.framebuffer = framebuffer;
        this.part = part;
    }

    /** Returns the rectangle as it was at most a quarter of a second ago; null if it could not be told then. */
    public Region recent() {
        return System.nanoTime() - lookedAtNs >= INTERVAL_NS ? lookIfPossible() : seen;
    }

    /** Returns the rectangle now; null if it cannot be told. */
    public Region lookIfPossible() {
        try {
            return look();
        } catch (IllegalArgumentException | IllegalStateException e) {
            return null; // a start tells it
        }
    }

    /**
     * Returns the rectangle now, which can be read.
     *
     * @throws IllegalStateException if no GL context is current, or the framebuffer cannot be read
     * @throws IllegalArgumentException if the driver does not tell the size of the framebuffer, or it is too small
     */
    public Region look() {
        lookedAtNs = System.nanoTime();
        seen = null;
        if (gl == null || !gl.isCurrent()) {
            close();
            gl = GlContext.current(framebuffer);
        }
        Region stage = gl.regionOf(part);
        gl.requireReadable(stage);
        seen = stage;
        return seen;
    }

    /** Releases memory, and nothing of GL. No thread may use it at the same time. */
    @Override
    public void close() {
        if (gl != null) {
            gl.close();
            gl = null;
        }
    }
}
