package io.github.stagerecorder;

/** Why no slot is free: where the frames are that hold them. The first of these that holds one is the cause. */
enum DropCause {
    /** The GPU is still filling some. */
    GPU_LATE,
    /** Some wait to be converted or pushed. */
    ENCODER_SLOW,
    /** All are with the pipeline. */
    POOL_FULL
}
