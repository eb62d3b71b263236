package io.github.stagerecorder.encode;

/** A pipeline that gets the frames as they were read, so that a frame of any size costs it the same. */
public final class Unconverted {
    private Unconverted() {}

    /** For descriptions that look at no pixel: the rows are upside down, and not every element survives that. */
    public static EncoderPlan plan(EncoderPlan plan) {
        var format = plan.conversion().source();
        Conversion none = new Conversion(Way.AS_READ, format, true, format.capsName(), "sRGB");
        return new EncoderPlan(
                plan.settings(),
                plan.output(),
                plan.description(),
                none,
                plan.evenSize(),
                plan.constantRate(),
                plan.file(),
                plan.encoderNames(),
                plan.retained());
    }
}
