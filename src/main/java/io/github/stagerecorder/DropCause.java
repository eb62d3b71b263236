package io.github.stagerecorder;

/** Why a capture found no free slot. It depends on the places of the frames that occupy the slots. */
public enum DropCause {
    /** The GPU is still filling at least half of the slots. */
    GPU_LATE,
    /** Some frames wait for the recorder's own thread, although the pipeline would take them. */
    ENCODER_SLOW,
    /** The pipeline holds all the slots that it can hold. */
    POOL_FULL
}
