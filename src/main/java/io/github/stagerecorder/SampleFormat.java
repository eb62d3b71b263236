package io.github.stagerecorder;

/** How a sample of sound is stored: in the machine's byte order, with the channels interleaved. */
public enum SampleFormat {
    /** A signed integer of 16 bits. */
    S16,
    /** A floating-point number of 32 bits, from -1 to 1. */
    F32
}
