package io.github.stagerecorder.encode;

import io.github.stagerecorder.encode.EncodeException.Reason;
import io.github.stagerecorder.frame.SlotPool;
import java.util.concurrent.CompletableFuture;

/**
 * The end of a recording, each step with a deadline: end of stream, the muxer's last word, NULL, all slots back,
 * memory given back. Runs once, on whichever thread fed the pipeline last.
 */
final class Ending {
    private final EncoderPlan plan;
    private final SlotPool pool;
    private final EncodePipeline pipeline;
    private final FrameFeeder feeder;
    private final CompletableFuture<Ended> future = new CompletableFuture<>();

    Ending(EncoderPlan plan, SlotPool pool, EncodePipeline pipeline, FrameFeeder feeder) {
        this.plan = plan;
        this.pool = pool;
        this.pipeline = pipeline;
        this.feeder = feeder;
    }

    CompletableFuture<Ended> future() {
        return future;
    }

    void run(long reachedNs) {
        try {
            future.complete(end(reachedNs));
        } catch (RuntimeException | Error e) {
            future.completeExceptionally(e);
        }
    }

    private Ended end(long reachedNs) {
        EncodeException failure = drain(reachedNs);
        long playableNs = failure == null ? feeder.endNs() : playableUntilNs();
        if (failure != null) {
            pool.discard();
        }
        boolean stopped = pipeline.stop(timeoutNs());
        boolean returned = stopped && giveBack();
        if (playableNs == 0 && plan.output() != null) {
            plan.output().discard();
        }
        return new Ended(failure, playableNs, !returned);
    }

    private EncodeException drain(long reachedNs) {
        BusMonitor monitor = pipeline.monitor();
        if (!feeder.hasPushed() && monitor.failure() == null) {
            return new EncodeException(Reason.NO_FRAMES, "no frame was captured, so there is no file");
        }
        feeder.end(reachedNs);
        if (!monitor.awaitEnd(timeoutNs())) {
            monitor.latch(new EncodeException(Reason.CLOSE_TIMEOUT,
                    "the pipeline did not end within " + timeoutNs() / 1_000_000 + " ms"));
        }
        return monitor.failure();
    }

    /** After a failure: what the sink has been given can be played, as all our containers are streamed. */
    private long playableUntilNs() {
        if (bytesOnDisk() == 0) {
            return 0;
        }
        return Math.min(Math.max(0, pipeline.positionNs()), feeder.endNs());
    }

    private long bytesOnDisk() {
        return plan.output() == null ? 0 : plan.output().sizeBytes();
    }

    /** @return false when slots are still out at the deadline: then nothing is freed that they may lie in */
    private boolean giveBack() {
        feeder.release();
        long deadlineNs = System.nanoTime() + timeoutNs();
        while (!pool.allFree()) {
            int seen = pool.releasedCount();
            long leftNs = deadlineNs - System.nanoTime();
            if (leftNs <= 0) {
                return false;
            }
            if (!pool.allFree()) {
                pool.awaitReleased(seen, Math.min(leftNs, 50_000_000L));
            }
        }
        pool.close();
        return true;
    }

    private long timeoutNs() {
        return plan.settings().closeTimeoutNs();
    }
}
