package io.github.stagerecorder.encode;

import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.frame.FrameQueue;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.jni.AppSrcNative;
import java.util.concurrent.CompletableFuture;

/** A running pipeline and what feeds it: its own thread behind a queue, or the thread that submits. */
final class PipelineEncoder implements Encoder {
    /** The longest wait for a frame; closing the queue ends it earlier. */
    private static final long LOOK_NS = 10_000_000_000L;

    /** More than all READ slots of two generations, however many frames the encoder keeps. */
    private static final int QUEUE_CAPACITY = 1024;

    private final EncodePipeline pipeline;
    private final Destination destination;
    private final VideoInput input;
    private final StallWatch stall;
    private final PipelineEnd end;
    private final FrameQueue queue; // null if the submitting thread pushes
    private volatile long reachedNs;
    private volatile boolean captureOver;

    private PipelineEncoder(
            InputPlan plan,
            SlotPool pool,
            EncodePipeline pipeline,
            Destination destination,
            FrameSource source,
            FrameQueue queue) {
        this.pipeline = pipeline;
        this.destination = destination;
        this.queue = queue;
        stall = new StallWatch(pool, pipeline, plan.encoder().request().closeTimeoutNs());
        GaplessStream stream = new GaplessStream(plan, source, pipeline.monitor());
        PlaneConverter converter =
                plan.convertsHere() ? new PlaneConverter(plan, pool, pipeline.monitor(), stall, stream) : null;
        input = new VideoInput(plan, pool, destination, source, stream, converter, pipeline.monitor());
        end = new PipelineEnd(plan.encoder().request(), pool, pipeline, destination, input, stall);
    }

    static PipelineEncoder start(
            InputPlan plan,
            SlotPool pool,
            EncodePipeline pipeline,
            Destination destination,
            FrameSource source,
            boolean ownThread) {
        FrameQueue queue = ownThread ? new FrameQueue(pool, QUEUE_CAPACITY) : null;
        PipelineEncoder encoder = new PipelineEncoder(plan, pool, pipeline, destination, source, queue);
        if (ownThread) {
            start("stagerecorder-encoder", encoder::feedUntilClosed);
        }
        return encoder;
    }

    private static void start(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true); // only the recorder's shutdown hook waits for it
        thread.start();
    }

    @Override
    public boolean submit(Slot slot) {
        if (queue != null) {
            return queue.offer(slot);
        }
        input.push(slot);
        return true;
    }

    private void feedUntilClosed() {
        AppSrcNative.waitItsTurn();
        while (!queue.isDrained()) {
            Slot slot = queue.take(LOOK_NS);
            if (slot != null) {
                input.push(slot);
            }
        }
        end.run(reachedNs, captureOver);
    }

    @Override
    public RecordingException failure() {
        return pipeline.monitor().failure();
    }

    @Override
    public void fail(RecordingException failure) {
        pipeline.monitor().latch(failure);
    }

    @Override
    public CompletableFuture<EncoderResult> finish(long reached, boolean over) {
        reachedNs = reached;
        captureOver = over;
        stall.expectEnd();
        if (queue == null) {
            start("stagerecorder-finish", () -> end.run(reached, over));
        } else {
            queue.close();
        }
        return end.future();
    }

    @Override
    public long bytesWritten() {
        return destination.bytesWritten();
    }

    @Override
    public long repeatedCount() {
        return input.repeatedCount();
    }
}
