package io.github.stagerecorder.readback;

import io.github.stagerecorder.jni.ReadbackNative;

/** How pixels come from the GPU into a slot: {@code sr_strategy} in {@code native/gl/sr_transfer.h}, in its order. */
public enum Strategy {
    /** glReadPixels into the slot: over when it returns. GL 1.1, GLES 2. */
    CLIENT,
    /** A pixel-pack buffer that is mapped when the GPU is done. GL 2.1 with ARB_sync, GLES 3. */
    MAPPED,
    /** A pixel-pack buffer that stays mapped. GL 4.4, ARB_buffer_storage, EXT_buffer_storage. */
    PERSISTENT,
    /** A pixel-pack buffer that is the slot's own memory. AMD_pinned_memory. */
    PINNED;

    /** Whether the slots' memory is the driver's, and goes with the GL context. */
    public boolean usesDriverMemory() {
        return ReadbackNative.usesDriverMemory(ordinal());
    }

    /** Whether reads go on after they have begun. */
    public boolean isAsynchronous() {
        return this != CLIENT;
    }

    /** As the statistics name it. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
