package io.github.stagerecorder;

import io.github.stagerecorder.encode.Encoder;
import io.github.stagerecorder.encode.EncoderPlan;
import io.github.stagerecorder.encode.Planner;
import io.github.stagerecorder.frame.CallerTimeline;
import io.github.stagerecorder.frame.FixedTimeline;
import io.github.stagerecorder.frame.FrameQueue;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.RealTimeline;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.frame.Timeline;
import io.github.stagerecorder.readback.ClientReadback;
import io.github.stagerecorder.readback.GlContext;
import io.github.stagerecorder.readback.Readback;
import io.github.stagerecorder.readback.Region;

/** Puts a recording together, checking everything before anything is written; what fails leaves nothing behind. */
final class Opening {
    /** More than all READ slots of two generations, however many frames the encoder keeps. */
    private static final int QUEUE_CAPACITY = 1024;

    private final RecorderBuilder options;
    private final GlContext gl;
    private final CaptureCounters counters = new CaptureCounters();

    private Opening(RecorderBuilder options, GlContext gl) {
        this.options = options;
        this.gl = gl;
    }

    static Recording open(RecorderBuilder options) {
        Availability.require();
        GlContext gl = GlContext.current();
        try {
            return new Opening(options, gl).plan();
        } catch (RuntimeException | Error e) {
            gl.close();
            throw e;
        }
    }

    private Recording plan() {
        Region region = options.region();
        gl.requireReadable(region);
        Picture stage = Picture.asRead(region.widthPx(), region.heightPx(), gl.preferredFormat());
        PoolSize.requireRoom(stage, options.budgetBytes()); // before a trial encodes what there is no memory for
        EncoderPlan plan = Planner.plan(options.encoderSettings(), stage);
        requireReadable(plan);
        SlotSupply slots = new SlotSupply(options, plan, counters);
        try {
            return assemble(plan, slots, region);
        } catch (RuntimeException | Error e) {
            slots.pool().close();
            throw e;
        }
    }

    private static void requireReadable(EncoderPlan plan) {
        if (plan.file().format().isPlanar()) {
            throw new IllegalArgumentException("convert(SHADER): the GPU makes no planes here, and \""
                    + plan.description() + "\" is to have " + plan.binFormat());
        }
    }

    private Recording assemble(EncoderPlan plan, SlotSupply slots, Region region) {
        Readback readback = new ClientReadback(gl);
        readback.target(region, plan.file());
        Encoder encoder = new Encoder(plan, slots.pool(), queue(slots.pool()));
        return new Recording(plan, counters, timeline(), slots, readback, encoder, region);
    }

    private FrameQueue queue(SlotPool pool) {
        return options.parallel() ? new FrameQueue(pool, QUEUE_CAPACITY) : null;
    }

    private Timeline timeline() {
        return switch (options.clock()) {
            case REAL_TIME -> new RealTimeline(options.rate(), options.clockNs());
            case FRAME_BY_FRAME -> new FixedTimeline(options.rate());
            case CALLER -> new CallerTimeline(options.rate());
        };
    }
}
