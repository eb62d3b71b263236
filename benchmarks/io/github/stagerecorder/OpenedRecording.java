package io.github.stagerecorder;

import io.github.stagerecorder.encode.Encoder;
import io.github.stagerecorder.encode.EncoderPlan;
import io.github.stagerecorder.encode.Planner;
import io.github.stagerecorder.frame.FixedTimeline;
import io.github.stagerecorder.frame.FrameQueue;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.PixelFormat;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.readback.Readback;
import io.github.stagerecorder.readback.Region;

/**
 * A recording put together as {@link Opening} does it, frame by frame on the encoder thread, but with the benchmark's
 * own way of reading back, and its slots in sight. It drops: a benchmark waits for slots outside what it measures.
 */
final class OpenedRecording implements AutoCloseable {
    private static final int QUEUE_CAPACITY = 64;
    private static final long NAP_NS = 1_000_000L;

    private final CaptureCounters counters = new CaptureCounters();
    private final SlotSupply slots;
    private final Encoder encoder;
    private final FrameIntake intake;
    private final StageRecorder recorder;
    private final int retained;

    OpenedRecording(RecorderBuilder options, EncoderPlan plan, Readback readback) {
        Region region = options.region();
        retained = plan.retained();
        slots = new SlotSupply(options, plan, readback, 0);
        readback.target(region, plan.file());
        encoder = new Encoder(plan, slots.pool(), new FrameQueue(slots.pool(), QUEUE_CAPACITY));
        intake = new FrameIntake(options, slots, readback, encoder, counters);
        FixedTimeline timeline = new FixedTimeline(options.rate());
        Recording recording = new Recording(plan, counters, timeline, slots, intake, readback, encoder, region);
        recorder = new StageRecorder(new Series(options, timeline, recording, null), options);
    }

    /** Settles the options, and what they come to for a stage in this format. */
    static EncoderPlan plan(RecorderBuilder options, PixelFormat format) {
        options.clock(Clock.FRAME_BY_FRAME).whenFull(WhenFull.DROP);
        Region region = options.region();
        return Planner.plan(options.encoderSettings(), Picture.asRead(region.widthPx(), region.heightPx(), format));
    }

    CaptureResult capture() {
        return recorder.capture();
    }

    /** The slot that the next capture will take; waits until there is one. */
    Slot claim() {
        int seen = slots.pool().releasedCount();
        Slot slot = slots.claim();
        while (slot == null) {
            intake.handOver();
            slots.pool().awaitReleased(seen, NAP_NS);
            seen = slots.pool().releasedCount();
            slot = slots.claim();
        }
        return slot;
    }

    /** Waits until the pipeline has done with every frame but those that its encoder keeps. Allocates nothing. */
    void awaitAllDelivered() {
        int seen = slots.pool().releasedCount();
        while (counters.taken.get() - slots.pool().delivered() > retained) {
            intake.handOver();
            slots.pool().awaitReleased(seen, NAP_NS);
            seen = slots.pool().releasedCount();
        }
    }

    /** @throws IllegalStateException if a capture found no slot or a failed recording */
    void requireAllTaken() {
        if (counters.taken.get() == 0 || recorder.stats().dropped() + counters.failed.get() > 0) {
            throw new IllegalStateException("not every frame was taken: " + recorder.stats(), encoder.failure());
        }
    }

    @Override
    public void close() {
        recorder.close();
    }
}
