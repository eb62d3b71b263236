package io.github.stagerecorder;

/**
 * How pixels are read from the GPU into memory. The cheapest strategy depends on the driver; unless one is set, the
 * recorder begins with CLIENT, tries the others beside its first captures, and goes over to a clearly cheaper one.
 */
public enum ReadStrategy {
    /** glReadPixels writes into memory and returns when it is done. Works with any context. */
    CLIENT,
    /** glReadPixels writes into a PBO that is mapped when the GPU is done. Requires GL 2.1 with fences, or GLES 3. */
    MAPPED,
    /** glReadPixels writes into a PBO that stays mapped. Requires GL 4.4, ARB_buffer_storage or EXT_buffer_storage. */
    PERSISTENT,
    /** The GPU writes directly into the recorder's memory. Requires AMD_pinned_memory. */
    PINNED // the native module's sr_strategy has the same order
}
