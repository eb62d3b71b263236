package io.github.stagerecorder.frame;

/** How the encoder thread waits for a {@link FrameQueue}, and how it is told that there is something in it. */
interface QueueSignal {
    /** Returns the signal count, to be passed to the two waits. */
    int queuedCount();

    /** Counts, and ends an {@link #awaitQueued}. Any thread. */
    void signalQueued();

    /** Waits for {@code napNs}; no signal ends it, only {@link #wakeEncoder}. Encoder thread. */
    void napUntilQueued(int seen, long napNs);

    /** Waits for a signal after {@code seen}, at most {@code timeoutNs}. Encoder thread. */
    boolean awaitQueued(int seen, long timeoutNs);

    /** Ends the encoder thread's nap, for a thread that waits for it. */
    void wakeEncoder();
}
