package io.github.stagerecorder;

import io.github.stagerecorder.encode.Encoder;
import io.github.stagerecorder.encode.EncoderPlan;
import io.github.stagerecorder.encode.Planner;
import io.github.stagerecorder.frame.CallerTimeline;
import io.github.stagerecorder.frame.FixedTimeline;
import io.github.stagerecorder.frame.FrameQueue;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.PixelFormat;
import io.github.stagerecorder.frame.RealTimeline;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.frame.Timeline;
import io.github.stagerecorder.readback.GlContext;
import io.github.stagerecorder.readback.GlReadback;
import io.github.stagerecorder.readback.Readback;
import io.github.stagerecorder.readback.Reading;
import io.github.stagerecorder.readback.Region;

/** Puts a recording together, checking everything before anything is written; what fails leaves nothing behind. */
final class Opening {
    /** More than all READ slots of two generations, however many frames the encoder keeps. */
    private static final int QUEUE_CAPACITY = 1024;

    private final RecorderBuilder options;
    private final GlContext gl;
    private final CaptureCounters counters = new CaptureCounters();
    private Readback readback; // which closes gl
    private SlotSupply slots;

    private Opening(RecorderBuilder options, GlContext gl) {
        this.options = options;
        this.gl = gl;
    }

    static Recording open(RecorderBuilder options) {
        Availability.require();
        Opening opening = new Opening(options, GlContext.current());
        try {
            return opening.plan();
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

    private Recording plan() {
        Region region = options.region();
        Region sample = options.tiled() ? gl.readablePart(region) : region;
        gl.requireReadable(sample);
        Picture any = Picture.asRead(region.widthPx(), region.heightPx(), PixelFormat.BGRX);
        PoolSize.requireRoom(any, options.budgetBytes()); // before anything is tried that there is no memory for
        ReadChoice choice = new ReadChoice(options, gl, sample);
        Picture stage = Picture.asRead(region.widthPx(), region.heightPx(), choice.cheapestFormat());
        EncoderPlan plan = Planner.plan(options.encoderSettings(), stage);
        Reading way = choice.forPlan(plan);
        return assemble(plan.reading(way.format(), way.bottomUp()), way, region);
    }

    private Recording assemble(EncoderPlan plan, Reading way, Region region) {
        readback = new GlReadback(gl, way, options.tiled());
        slots = new SlotSupply(options, plan, readback);
        readback.target(region, plan.file());
        Encoder encoder = new Encoder(plan, slots.pool(), queue(slots.pool()));
        FrameIntake intake = new FrameIntake(options, slots, readback, encoder, counters);
        return new Recording(plan, counters, timeline(), slots, intake, readback, encoder, region);
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
