package io.github.stagerecorder.session;

/** Why no slot is free: it depends on where the frames are that occupy the slots. */
enum DropCause {
    /** The GPU is still filling at least half of the slots. */
    GPU_LATE,
    /** Some frames wait for the encoder thread, although the pipeline would take them. */
    ENCODER_SLOW,
    /** The pipeline holds all the slots that it can hold. */
    POOL_FULL
}
