package io.github.stagerecorder.readback;

import io.github.stagerecorder.jni.ReadbackNative;

/** Watches the selected framebuffer: a read does not begin if the framebuffer has changed since the last look. */
final class WatchedFramebuffer implements AutoCloseable {
    private final int[] members = new int[Framebuffer.MEMBERS];
    private Framebuffer latest;
    private Framebuffer previous; // kept so that a ping-pong pair allocates nothing for each frame
    private long handle;

    /** @throws OutOfMemoryError if there is no native memory */
    WatchedFramebuffer(GlContext gl) {
        handle = gl.openWatch();
        if (handle == 0) {
            throw new OutOfMemoryError("no native memory to watch a framebuffer");
        }
    }

    /** Inspects the framebuffer. The GL context must be current. */
    Framebuffer look() {
        ReadbackNative.look(handle, members);
        Framebuffer found = previous != null && previous.is(members) ? previous : Framebuffer.of(members);
        previous = latest;
        latest = found;
        return found;
    }

    /** Returns the handle for {@link ReadbackNative#begin}. */
    long handle() {
        return handle;
    }

    @Override
    public void close() {
        if (handle != 0) {
            ReadbackNative.closeWatch(handle);
            handle = 0;
        }
    }
}
