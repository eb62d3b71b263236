package io.github.stagerecorder.encode;

import io.github.stagerecorder.frame.FrameQueue;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.jni.AppSrcNative;
import java.util.concurrent.CompletableFuture;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.elements.AppSrc;

/**
 * A running pipeline and what feeds it. Frames come in on the render thread; they are pushed by a thread of the
 * encoder's, or at once when it is inline. Owns the pool from its start to its end.
 */
public final class Encoder {
    private static final long LOOK_NS = 10_000_000_000L; // closing wakes it anyway

    private final EncoderPlan plan;
    private final EncodePipeline pipeline;
    private final FrameFeeder feeder;
    private final FrameQueue queue;
    private final Stall stall;
    private final Ending ending;
    private volatile long reachedNs;
    private volatile boolean captureOver;

    /**
     * Opens the pipeline and starts it. Render thread.
     *
     * @param queue null for pushing inline
     * @throws EncodeException if it does not start; nothing is left open then, but the pool
     */
    public Encoder(EncoderPlan plan, SlotPool pool, FrameQueue queue) {
        this.plan = plan;
        this.queue = queue;
        AppSrc appSrc = FrameSource.unbounded();
        pipeline =
                new EncodePipeline(appSrc, plan.conversion().way(), plan, new EncoderBin(plan.description()), sink());
        stall = new Stall(pool, pipeline, plan.settings().closeTimeoutNs());
        FrameSource source = new FrameSource(appSrc, plan.settings().rate());
        feeder = new FrameFeeder(plan, pool, source, pipeline.monitor(), kernel(pool));
        ending = new Ending(plan, pool, pipeline, feeder, stall);
        play();
        if (queue != null) {
            start("stagerecorder-encoder", this::feedUntilClosed);
        }
    }

    private KernelStage kernel(SlotPool pool) {
        return plan.convertsHere() ? new KernelStage(plan, pool, pipeline.monitor(), stall) : null;
    }

    private void play() {
        try {
            pipeline.play();
        } catch (EncodeException e) {
            pipeline.stop(plan.settings().closeTimeoutNs());
            feeder.release();
            if (plan.output() != null) {
                plan.output().discard();
            }
            throw e;
        }
    }

    /** Unbuffered: what a buffer holds is lost when the process is killed. */
    private Element sink() {
        if (plan.output() == null) {
            return null;
        }
        Element sink = Elements.make("filesink");
        sink.set("location", plan.output().location());
        sink.setAsString("buffer-mode", "unbuffered");
        return sink;
    }

    private static void start(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true); // the recorder's shutdown hook waits for it, no one else
        thread.start();
    }

    /** Takes a READY slot; it is GStreamer's, or lost, from here on. Render thread. @return false when it is full */
    public boolean submit(Slot slot) {
        if (queue != null) {
            return queue.offer(slot);
        }
        feeder.push(slot);
        return true;
    }

    private void feedUntilClosed() {
        AppSrcNative.waitItsTurn();
        while (!queue.isDrained()) {
            Slot slot = queue.take(LOOK_NS);
            if (slot != null) {
                feeder.push(slot);
            }
        }
        ending.run(reachedNs, captureOver);
    }

    /** The first failure of whatever part, or null. */
    public EncodeException failure() {
        return pipeline.monitor().failure();
    }

    /** Ends the recording by a failure that the caller has met; the first one counts. */
    public void fail(EncodeException failure) {
        pipeline.monitor().latch(failure);
    }

    /**
     * Nothing more is submitted: what is queued is encoded, and the file completed, in the background.
     *
     * @param reached the stream time until which the newest picture is to last
     * @param over whether the render thread is outside of every capture; else the pool's memory is never given back
     */
    public CompletableFuture<Ended> finish(long reached, boolean over) {
        reachedNs = reached;
        captureOver = over;
        stall.expectEnd();
        if (queue == null) {
            start("stagerecorder-finish", () -> ending.run(reached, over));
        } else {
            queue.close();
        }
        return ending.future();
    }

    /** Bytes in the file so far; -1 when the description brings its own sink. */
    public long bytesWritten() {
        return plan.output() == null ? -1 : plan.output().sizeBytes();
    }

    /** How often the newest picture was repeated. */
    public long repeatedCount() {
        return feeder.repeatedCount();
    }
}
