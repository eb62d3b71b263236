package io.github.stagerecorder.readback;

import io.github.stagerecorder.jni.ReadbackNative;

/** The selected framebuffer, under watch: a read notices by itself when it is no longer what it was at the last look. */
final class WatchedFramebuffer implements AutoCloseable {
    private final int[] members = new int[Framebuffer.MEMBERS];
    private Framebuffer latest;
    private Framebuffer previous; // kept so that a pair for ping-pong costs no object for each frame
    private long handle;

    /** @throws OutOfMemoryError if there is no memory for it */
    WatchedFramebuffer(GlContext gl) {
        handle = gl.openWatch();
        if (handle == 0) {
            throw new OutOfMemoryError("no native memory to watch a framebuffer");
        }
    }

    /** Looks at it; the context must be current. */
    Framebuffer look() {
        ReadbackNative.look(handle, members);
        Framebuffer found = previous != null && previous.is(members) ? previous : Framebuffer.of(members);
        previous = latest;
        latest = found;
        return found;
    }

    /** Returns what {@link ReadbackNative#begin} takes. */
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
