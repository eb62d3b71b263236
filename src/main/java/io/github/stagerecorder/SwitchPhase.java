package io.github.stagerecorder;

/** How far a recording of a switch is. */
enum SwitchPhase {
    /** A frame must tell the stage's size first. */
    WAITING,
    /** The encoder opens in the background. */
    OPENING,
    /** It did not open; the next frame tells whether the stage has another size by now. */
    REFUSED,
    /** The encoder is open; the next frame takes the half with GL. */
    OPEN,
    /** A frame is taking that half. */
    JOINING,
    RECORDING,
    /** It was stopped; the frame that takes that half ends it, or the next one, or the background. */
    ENDING,
    /** There is no recorder, or it has ended. */
    OVER
}
