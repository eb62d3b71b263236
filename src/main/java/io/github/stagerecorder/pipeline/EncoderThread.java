package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.jni.AppSrcNative;

/** Starts the thread of a recording's encoder. */
final class EncoderThread {
    /** As many as are read into before one of them is free again. */
    private static final int FIRST_SLOTS = 3;

    private EncoderThread() {}

    /**
     * Starts a thread that first has the system provide memory for the first reads.
     *
     * @param early is run once the first read has memory, while the rest is provided
     * @param body ends the recording, and so must not throw
     */
    static void start(SlotPool pool, Runnable early, Runnable body) {
        Thread thread = new Thread(() -> run(pool, early, body), "stagerecorder-encoder");
        thread.setDaemon(true); // only the recorder's shutdown hook waits for it
        thread.start();
    }

    private static void run(SlotPool pool, Runnable early, Runnable body) {
        try {
            pool.populateNewest(1);
            early.run();
            pool.populateNewest(FIRST_SLOTS);
            AppSrcNative.waitItsTurn();
        } catch (RuntimeException | Error e) { // without heap
            body.run();
            return;
        }
        body.run();
    }
}
