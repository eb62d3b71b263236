package io.github.stagerecorder;

import io.github.stagerecorder.encode.EncoderPlan;
import io.github.stagerecorder.encode.Planner;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.PixelFormat;
import io.github.stagerecorder.readback.GlContext;
import io.github.stagerecorder.readback.Reading;
import io.github.stagerecorder.readback.Region;

/**
 * What it takes to record one size, found out by trials before anything is opened or written. What holds for another
 * size or another file is not tried again.
 *
 * @param format the cheapest to read
 * @param asked what was planned before the GPU was asked for more
 * @param way how pixels are read
 */
record Setup(RecorderBuilder options, PixelFormat format, EncoderPlan asked, Reading way) {
    /**
     * @throws IllegalArgumentException if the driver, the framebuffer or the budget does not allow for it
     * @throws io.github.stagerecorder.encode.EncodeException as {@link Planner#plan}
     */
    static Setup of(RecorderBuilder options, GlContext gl) {
        requireRoom(options, gl);
        ReadChoice choice = new ReadChoice(options, gl, sample(options, gl));
        PixelFormat format = choice.cheapestFormat();
        EncoderPlan asked = plan(options, format);
        return new Setup(options, format, asked, choice.forPlan(asked));
    }

    /** For another size: the encoder is tried again, and the way of reading only if it is the GPU that makes planes. */
    Setup at(RecorderBuilder next, GlContext gl) {
        EncoderPlan nextAsked = plan(next, format);
        return way.bottomUp() && nextAsked.readsAs(asked) ? new Setup(next, format, nextAsked, way) : of(next, gl);
    }

    /** For another file of the same size; as {@link #of} if it cannot be written. */
    Setup into(RecorderBuilder next) {
        return new Setup(next, format, asked.into(next.encoderSettings()), way);
    }

    EncoderPlan plan() {
        return asked.reading(way.format(), way.bottomUp());
    }

    PoolDemand demand() {
        return PoolDemand.of(plan(), plan().file());
    }

    static void requireRoom(RecorderBuilder options, GlContext gl) {
        gl.requireReadable(sample(options, gl));
        PoolSize.requireRoom(stage(options, PixelFormat.BGRX), options.budgetBytes());
    }

    private static Region sample(RecorderBuilder options, GlContext gl) {
        return options.tiled() ? gl.readablePart(options.region()) : options.region();
    }

    private static EncoderPlan plan(RecorderBuilder options, PixelFormat format) {
        return Planner.plan(options.encoderSettings(), stage(options, format));
    }

    private static Picture stage(RecorderBuilder options, PixelFormat format) {
        return Picture.asRead(options.region().widthPx(), options.region().heightPx(), format);
    }
}
