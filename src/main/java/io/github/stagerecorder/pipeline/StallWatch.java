package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.frame.Patience;
import io.github.stagerecorder.frame.SlotPool;

/**
 * Detects that the pipeline of an ending recording makes no progress: it takes no frame, and its sink does not advance.
 * A slow encoder may take as long as it needs for its remaining frames, which is bounded because no new ones come.
 * During the recording, the capture decides how long to wait. Used on the thread that pushes.
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

    /** Starts to detect stalls, because the recording is ending. Any thread may call it. */
    void expectEnd() {
        ending = true;
    }

    /** Restarts the timeout. */
    void restart() {
        patience.restart();
    }

    /**
     * Latches a failure if the timeout has passed without progress, and returns whether it has.
     *
     * @param endNs the end of the last frame; a position beyond it does not count as progress
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
                        "the pipeline did not end, and made no progress for " + Patience.words(timeoutNs)));
        return true;
    }
}
