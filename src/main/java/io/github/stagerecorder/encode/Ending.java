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
    private final Stall stall;
    private final CompletableFuture<Ended> future = new CompletableFuture<>();

    Ending(EncoderPlan plan, SlotPool pool, EncodePipeline pipeline, FrameFeeder feeder, Stall stall) {
        this.plan = plan;
        this.pool = pool;
        this.pipeline = pipeline;
        this.feeder = feeder;
        this.stall = stall;
    }

    CompletableFuture<Ended> future() {
        return future;
    }

    /** @param captureOver false when the render thread hangs inside a capture: then its memory is left alone */
    void run(long reachedNs, boolean captureOver) {
        try {
            future.complete(end(reachedNs, captureOver));
        } catch (RuntimeException | Error e) {
            future.completeExceptionally(e);
        }
    }

    private Ended end(long reachedNs, boolean captureOver) {
        EncodeException failure = drain(reachedNs);
        long playableNs = failure == null ? feeder.endNs() : playableUntilNs();
        if (failure != null) {
            pool.discard();
        }
        if (pipeline.stop(timeoutNs())) {
            giveBack(captureOver);
        }
        if (playableNs == 0 && plan.output() != null) {
            plan.output().discard();
        }
        return new Ended(failure, playableNs);
    }

    private EncodeException drain(long reachedNs) {
        BusMonitor monitor = pipeline.monitor();
        if (!feeder.hasPushed() && monitor.failure() == null) {
            return new EncodeException(Reason.NO_FRAMES, "no frame was captured, so there is no file");
        }
        feeder.end(reachedNs);
        stall.restart();
        boolean stalled = false;
        while (!stalled && !monitor.awaitEnd(Math.min(NAP_NS, timeoutNs()))) {
            stalled = stall.hasLasted(feeder.endNs());
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

    /** Where slots are still out at the deadline, nothing is freed that they may lie in. */
    private void giveBack(boolean captureOver) {
        feeder.release();
        if (awaitAllFree() && captureOver) {
            pool.close();
        }
    }

    private boolean awaitAllFree() {
        long startNs = System.nanoTime();
        int seen = pool.releasedCount();
        while (!pool.allFree()) {
            if (System.nanoTime() - startNs >= timeoutNs()) {
                return false;
            }
            pool.awaitReleased(seen, NAP_NS);
            seen = pool.releasedCount();
        }
        return true;
    }

    private long timeoutNs() {
        return plan.settings().closeTimeoutNs();
    }
}
