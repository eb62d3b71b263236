package io.github.stagerecorder.encode;

import io.github.stagerecorder.Convert;
import io.github.stagerecorder.settings.PixelFormat;

/** Plans a pipeline that gets the frames as they were read, so that its cost does not depend on the frame's size. */
public final class Unconverted {
    private Unconverted() {}

    /**
     * Use this only for descriptions that never look at a pixel: the rows are upside down, and not every element
     * survives that.
     */
    public static InputPlan plan(InputPlan plan) {
        PixelFormat format = plan.conversion().source();
        InputFormat input = new InputFormat(format.capsName(), "sRGB");
        ChosenEncoder chosen = plan.encoder();
        ChosenEncoder encoder = new ChosenEncoder(
                chosen.request(),
                chosen.description(),
                input,
                chosen.evenSize(),
                chosen.constantRate(),
                chosen.encoderNames(),
                chosen.retained(),
                chosen.mayRunEarly());
        return new InputPlan(encoder, new Conversion(Convert.AS_READ, format, true, input));
    }
}
