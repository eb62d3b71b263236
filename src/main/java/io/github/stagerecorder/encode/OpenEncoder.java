package io.github.stagerecorder.encode;

import io.github.stagerecorder.frame.SlotPool;

/** An encoder that is open, and waits to be told what it is fed with. One of the two, once. */
public interface OpenEncoder {
    /**
     * Begins to feed it. The pool is the encoder's from here on.
     *
     * @param ownThread whether a thread of its own converts and pushes; else {@link Encoder#submit} does
     * @throws io.github.stagerecorder.RecordingException if it cannot be fed; the encoder is abandoned then
     */
    Encoder feed(InputPlan plan, SlotPool pool, boolean ownThread);

    /** Closes it, and removes what it has made. */
    void abandon();
}
