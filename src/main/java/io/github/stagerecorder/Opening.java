package io.github.stagerecorder;

import io.github.stagerecorder.encode.Encoder;
import io.github.stagerecorder.encode.EncoderPlan;
import io.github.stagerecorder.frame.CallerTimeline;
import io.github.stagerecorder.frame.FixedTimeline;
import io.github.stagerecorder.frame.FrameQueue;
import io.github.stagerecorder.frame.RealTimeline;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.frame.Timeline;
import io.github.stagerecorder.readback.GlContext;
import io.github.stagerecorder.readback.GlReadback;
import io.github.stagerecorder.readback.Readback;

/** Puts the recording of a file together, by what has been found out; what fails leaves nothing behind. */
final class Opening {
    /** More than all READ slots of two generations, however many frames the encoder keeps. */
    private static final int QUEUE_CAPACITY = 1024;

    private final RecorderBuilder options;
    private final GlContext gl = GlContext.current();
    private final CaptureCounters counters = new CaptureCounters();
    private Readback readback; // which closes gl
    private SlotSupply slots;

    private Opening(RecorderBuilder options) {
        this.options = options;
    }

    /** @param usedBytes what other files of the series still take of the budget */
    static Recording open(Setup setup, Timeline timeline, long usedBytes) {
        Opening opening = new Opening(setup.options());
        try {
            return opening.assemble(setup, timeline, usedBytes);
        } catch (RuntimeException | Error e) {
            opening.abandon();
            throw e;
        }
    }

    private void abandon() {
        if (slots != null) {
            slots.pool().close();
        }
        if (readback != null) {
            readback.close();
        } else {
            gl.close();
        }
    }

    private Recording assemble(Setup setup, Timeline timeline, long usedBytes) {
        EncoderPlan plan = setup.plan();
        readback = new GlReadback(gl, setup.way(), options.tiled());
        slots = new SlotSupply(options, plan, readback, usedBytes);
        readback.target(options.region(), plan.file());
        Encoder encoder = new Encoder(plan, slots.pool(), queue(slots.pool()));
        FrameIntake intake = new FrameIntake(options, slots, readback, encoder, counters);
        return new Recording(plan, counters, timeline, slots, intake, readback, encoder, options.region());
    }

    private FrameQueue queue(SlotPool pool) {
        return options.parallel() ? new FrameQueue(pool, QUEUE_CAPACITY) : null;
    }

    static Timeline timeline(RecorderBuilder options) {
        return switch (options.clock()) {
            case REAL_TIME -> new RealTimeline(options.rate(), options.clockNs());
            case FRAME_BY_FRAME -> new FixedTimeline(options.rate());
            case CALLER -> new CallerTimeline(options.rate());
        };
    }
}
