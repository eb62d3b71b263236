package io.github.stagerecorder.encode;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.frame.Patience;
import io.github.stagerecorder.frame.SlotPool;

/**
 * Whether the pipeline of a recording that is ending makes no progress: it takes no frame, and its sink comes no
 * further. A slow encoder may take its time for what it still has; that is bounded, as no more of ours comes. While the
 * recording goes on it is the render thread that decides how long to wait. The thread that pushes.
 */
final class StallWatch {
    private final SlotPool pool;
    private final EncodePipeline pipeline;
    private final long timeoutNs;
    private final Patience patience;
    private long progress;
    private volatile boolean ending;

    StallWatch(SlotPool pool, EncodePipeline pipeline, long timeoutNs) {
        this.pool = pool;
        this.pipeline = pipeline;
        this.timeoutNs = timeoutNs;
        patience = new Patience(timeoutNs);
    }

    /** The recording is ending: what does not move from here on has stalled. Any thread. */
    void expectEnd() {
        ending = true;
    }

    /** Counts from now. */
    void restart() {
        patience.restart();
    }

    /**
     * Latches the failure when the timeout has passed without progress.
     *
     * @param endNs where the last frame ends; what else the pipeline plays beyond is no progress
     */
    boolean hasLasted(long endNs) {
        if (!ending) {
            restart();
            return false;
        }
        long now = pool.delivered() + Math.min(pipeline.positionNs(), endNs);
        if (now != progress) {
            progress = now;
            restart();
        }
        if (!patience.isOver()) {
            return false;
        }
        pipeline.monitor()
                .latch(new RecordingException(
                        FailureKind.CLOSE_TIMEOUT,
                        "the pipeline did not end, and made no progress for " + timeoutNs / 1_000_000 + " ms"));
        return true;
    }
}
