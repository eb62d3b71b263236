package io.github.stagerecorder.session;

/** Names the reason why no slot is free. It depends on the places of the frames that occupy the slots. */
enum DropCause {
    /** The GPU is still filling at least half of the slots. */
    GPU_LATE,
    /** Some frames wait for the encoder thread, although the pipeline would take them. */
    ENCODER_SLOW,
    /** The pipeline holds all the slots that it can hold. */
    POOL_FULL
}
