package io.github.stagerecorder.readback;

import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.jni.ReadbackNative;

/**
 * Plain glReadPixels into the slot's memory: one write by the driver, and over when it returns. Needs GL 1.1 or GLES 2.
 */
public final class ClientReadback implements Readback {
    private final GlContext gl;
    private Region region;
    private Picture picture;
    private long reader; // 0 before the first target
    private Slot done;

    /** Closes {@code gl} when it is closed. */
    public ClientReadback(GlContext gl) {
        this.gl = gl;
    }

    @Override
    public String strategy() {
        return "client";
    }

    @Override
    public void target(Region newRegion, Picture newPicture) {
        requireContext();
        gl.requireReadable(newRegion);
        requirePaddable(newRegion, newPicture);
        region = newRegion;
        picture = newPicture;
        closeReader();
        reader = gl.openReader(newRegion, newPicture);
    }

    private void closeReader() {
        if (reader != 0) {
            ReadbackNative.closeReader(reader);
            reader = 0;
        }
    }

    private void requirePaddable(Region newRegion, Picture newPicture) {
        if (newPicture.widthPx() != newRegion.widthPx() && !gl.canPadRows()) {
            throw new IllegalArgumentException("the codec needs an even width, and GLES 2 cannot read " + newRegion
                    + " into a picture of " + newPicture + ": make the width even");
        }
    }

    @Override
    public void begin(Slot slot) {
        int status = read(slot);
        if (status == ReadbackNative.OTHER_FRAMEBUFFER) {
            target(region, picture);
            status = read(slot);
        }
        if (status != ReadbackNative.OK) {
            requireContext();
        }
        done = slot;
    }

    private int read(Slot slot) {
        return ReadbackNative.read(reader, slot.handle());
    }

    private void requireContext() {
        if (!gl.isCurrent()) {
            throw new IllegalStateException("the OpenGL context that was current at start() is not current on thread "
                    + Thread.currentThread().getName());
        }
    }

    @Override
    public Slot collect() {
        Slot slot = done;
        done = null;
        return slot;
    }

    @Override
    public void close() {
        closeReader();
        gl.close();
    }
}
