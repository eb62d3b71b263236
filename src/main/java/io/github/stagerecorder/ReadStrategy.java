package io.github.stagerecorder;

/**
 * How pixels are read from the GPU into memory. The cheapest strategy depends on the driver; unless one is set, the
 * recorder measures all but {@link #PERSISTENT}.
 *
 * <p>The memory of {@link #MAPPED} and {@link #PERSISTENT} belongs to the driver and ends with the GL context, of which
 * nobody is told. If the encoder still reads it then, the process may crash. Call {@link StageRecorder#close} before the
 * context is destroyed.
 */
public enum ReadStrategy {
    /** glReadPixels writes into memory and returns when it is done. Works with any context. */
    CLIENT,
    /**
     * glReadPixels writes into a PBO that is mapped when the GPU is done. Requires GL 2.1 with fences, or GLES 3. {@link
     * StageRecorder#close} comes before the end of the context.
     */
    MAPPED,
    /**
     * glReadPixels writes into a PBO that stays mapped. Requires GL 4.4, ARB_buffer_storage or EXT_buffer_storage. The
     * recorder does not choose it on its own. {@link StageRecorder#close} comes before the end of the context.
     */
    PERSISTENT,
    /** The GPU writes directly into the recorder's memory. Requires AMD_pinned_memory. */
    PINNED // the native module's sr_strategy has the same order
}
