package io.github.stagerecorder.encode;

import io.github.stagerecorder.encode.EncodeException.Reason;
import io.github.stagerecorder.frame.SlotPool;
import java.util.concurrent.CompletableFuture;

/**
 * The end of a recording, each step with a deadline: end of stream, the muxer's last word, NULL, all slots back,
 * memory given back. Runs once, on whichever thread fed the pipeline last.
 */
final class Ending {
    private static final long NAP_NS = 50_000_000L;

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
        if (!awaitEndOrStall(monitor)) {
            monitor.latch(new EncodeException(Reason.CLOSE_TIMEOUT,
                    "the pipeline did not end, and made no progress for " + timeoutNs() / 1_000_000 + " ms"));
        }
        return monitor.failure();
    }

    /** A slow encoder may take its time for what it still has; that is bounded, as nothing more comes. */
    private boolean awaitEndOrStall(BusMonitor monitor) {
        long progress = progress();
        long stalledSinceNs = System.nanoTime();
        while (System.nanoTime() - stalledSinceNs < timeoutNs()) {
            if (monitor.awaitEnd(Math.min(NAP_NS, timeoutNs()))) {
                return true;
            }
            if (progress() != progress) {
                progress = progress();
                stalledSinceNs = System.nanoTime();
            }
        }
        return false;
    }

    private long progress() {
        long written = plan.output() == null ? pipeline.positionNs() : plan.output().sizeBytes();
        return pool.delivered() + written;
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
                pool.awaitReleased(seen, Math.min(leftNs, NAP_NS));
            }
        }
        pool.close();
        return true;
    }

    private long timeoutNs() {
        return plan.settings().closeTimeoutNs();
    }
}
