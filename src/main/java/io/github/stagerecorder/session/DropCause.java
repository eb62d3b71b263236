package io.github.stagerecorder.session;

/** Why no slot is free: where the frames are that hold them. */
enum DropCause {
    /** The GPU is still filling half of them, or more. */
    GPU_LATE,
    /** Some wait for the encoder thread, though the pipeline would take them. */
    ENCODER_SLOW,
    /** The pipeline has as many as it can have. */
    POOL_FULL
}
