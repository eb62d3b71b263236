package io.github.stagerecorder.readback;

import io.github.stagerecorder.jni.ReadbackNative;

/** The selected framebuffer, under watch: a read notices by itself when it is no longer what it was at the last look. */
final class WatchedFramebuffer implements AutoCloseable {
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
        return Framebuffer.of(ReadbackNative.look(handle));
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
