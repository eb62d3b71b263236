package io.github.stagerecorder;

/**
 * How pixels come from the GPU into memory. Which is cheapest differs by driver; a recorder that is not told tries. The
 * order is that of {@code sr_strategy} in the native module.
 */
public enum ReadStrategy {
    /** glReadPixels into memory: over when it returns. Any context. */
    CLIENT,
    /** A pixel-pack buffer that is mapped when the GPU is done. Needs GL 2.1 with fences, or GLES 3. */
    MAPPED,
    /** A pixel-pack buffer that stays mapped. Needs GL 4.4, ARB_buffer_storage or EXT_buffer_storage. */
    PERSISTENT,
    /** The GPU writes into the recorder's own memory. Needs AMD_pinned_memory. */
    PINNED
}
