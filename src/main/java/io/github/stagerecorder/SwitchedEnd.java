package io.github.stagerecorder;

import io.github.stagerecorder.frame.Uninterrupted;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * How a recorder of a switch ends: a frame begins the end once the GPU has finished its reads, and the background does
 * where no frame comes.
 */
final class SwitchedEnd {
    /** Reads that the GPU has not finished, and no frame has collected, within this time after the stop are lost. */
    private static final long LAST_READS_NS = 500_000_000L;

    private final StageRecorder recorder;
    private final Executor background;
    private final Runnable whenOver;
    private final CompletableFuture<Void> begun = new CompletableFuture<>();

    /** @param whenOver is called once, when the file is complete */
    SwitchedEnd(StageRecorder recorder, Executor background, Runnable whenOver) {
        this.recorder = recorder;
        this.background = background;
        this.whenOver = whenOver;
    }

    /** Begins the end after the time for the last reads, unless it has begun until then. It does not wait. */
    void beginAfterLastReads() {
        background.execute(() -> {
            Uninterrupted.isDone(begun, LAST_READS_NS);
            begin();
        });
    }

    /** Begins the end in a frame, which never waits for the GPU. */
    void settle() {
        if (!recorder.isStillReading()) {
            begin();
        }
    }

    /** Begins the end now. Any thread may call it, and again. */
    void begin() {
        if (begun.complete(null)) {
            recorder.end().whenComplete((outcome, crash) -> whenOver.run());
        }
    }

    /** Releases the GL objects of the recorder, which has ended. */
    void release() {
        recorder.release();
    }
}
