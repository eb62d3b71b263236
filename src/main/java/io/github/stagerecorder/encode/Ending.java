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

    /** The most that the presets' muxers hand to the sink at once: a page of Ogg, a fragment of MP4. */
    private static final long LONGEST_WRITE_NS = 500_000_000L;

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
        long writtenNs = failure == null ? feeder.endNs() : writtenUntilNs();
        if (failure != null) {
            pool.discard();
        }
        if (pipeline.stop(timeoutNs())) {
            giveBack(captureOver);
        }
        if (writtenNs == 0 && plan.output() != null) {
            plan.output().discard();
        }
        return new Ended(failure, failure == null ? writtenNs : playableUntilNs(writtenNs, failure));
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
        requireFile(monitor);
        return monitor.failure();
    }

    /** A file whose folder was removed goes on being written, and is gone when it is closed. */
    private void requireFile(BusMonitor monitor) {
        if (plan.output() != null && !plan.output().exists()) {
            monitor.latch(new EncodeException(Reason.OUTPUT, "somebody has removed " + plan.output()));
        }
    }

    /** After a failure: how far the sink has come, what it may not have finished included. */
    private long writtenUntilNs() {
        if (bytesOnDisk() == 0) {
            return 0;
        }
        return Math.min(Math.max(0, pipeline.positionNs()), feeder.endNs());
    }

    /** All our containers are streamed, so that what is written plays; unless it was the sink that came to a halt. */
    private long playableUntilNs(long writtenNs, EncodeException failure) {
        boolean sinkIsGood = failure.reason() == Reason.STREAM;
        return sinkIsGood
                ? writtenNs
                : Math.max(
                        0, writtenNs - LONGEST_WRITE_NS - plan.settings().rate().intervalNs());
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
