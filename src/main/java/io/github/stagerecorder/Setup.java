package io.github.stagerecorder;

import io.github.stagerecorder.encode.EncoderPlan;
import io.github.stagerecorder.encode.Planner;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.readback.GlContext;
import io.github.stagerecorder.readback.Reading;
import io.github.stagerecorder.readback.Region;

/**
 * What it takes to record one size into one file. What holds for another size or another file is not tried again.
 *
 * @param way how pixels are read
 */
record Setup(RecorderBuilder options, EncoderPlan plan, Reading way) {
    /** @throws IllegalArgumentException and others, as {@link StartPlan}'s steps */
    static Setup of(RecorderBuilder options, GlContext gl) {
        StartPlan start = new StartPlan(options, gl);
        start.settle();
        return new Setup(options, start.encoding(), start.reading());
    }

    /** For another size: the encoder is tried again, and the way of reading only where the GPU prepares the pixels. */
    Setup at(RecorderBuilder next, GlContext gl) {
        if (!way.bottomUp()) {
            return of(next, gl);
        }
        Region region = next.region();
        Picture stage = Picture.asRead(region.widthPx(), region.heightPx(), way.format());
        EncoderPlan asked = Planner.plan(next.encoderSettings(), stage);
        return asked.readsAs(plan) ? new Setup(next, asked.reading(way.format(), true), way) : of(next, gl);
    }

    /** For another file of the same size. */
    Setup into(RecorderBuilder next) {
        return new Setup(next, plan.into(next.encoderSettings()), way);
    }

    PoolDemand demand() {
        return PoolDemand.of(plan, plan.file());
    }
}
