package io.github.stagerecorder.encode;

import io.github.stagerecorder.frame.SlotPool;

/** An encoder that is open and has no input yet. Call one of the two methods, once. */
public interface OpenEncoder {
    /**
     * Connects the input. The encoder owns the pool from now on.
     *
     * @param ownThread whether the encoder's own thread converts and pushes; otherwise {@link Encoder#submit} does
     * @throws io.github.stagerecorder.RecordingException if the input cannot be connected; the encoder is abandoned
     *     then
     */
    Encoder feed(InputPlan plan, SlotPool pool, boolean ownThread);

    /** Closes the encoder; there is no output yet. */
    void abandon();
}
