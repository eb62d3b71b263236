package io.github.stagerecorder;

import io.github.stagerecorder.frame.PixelFormat;
import io.github.stagerecorder.readback.Calibration;
import io.github.stagerecorder.readback.GlContext;
import io.github.stagerecorder.readback.Region;
import io.github.stagerecorder.readback.Strategy;
import java.util.List;

/** How pixels are read: as the user wants it, and where he does not care, as the driver is cheapest. */
final class ReadChoice {
    private static final List<PixelFormat> FORMATS = List.of(PixelFormat.BGRX, PixelFormat.RGBX);

    private ReadChoice() {}

    /** @throws IllegalArgumentException if it names no format that can be read */
    static PixelFormat format(String name) {
        return FORMATS.stream()
                .filter(format -> format.capsName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "readFormat \"" + name + "\": must be BGRx or RGBx"));
    }

    /**
     * The ways to read, cheapest first; not measured where there is only one.
     *
     * @param sample what the trials read
     * @throws IllegalArgumentException if the context lacks what the user wants
     */
    static List<Calibration.Choice> among(RecorderBuilder options, GlContext gl, Region sample) {
        List<Strategy> strategies = options.readStrategy() == null
                ? List.of(Strategy.values())
                : List.of(Strategy.valueOf(options.readStrategy().name()));
        List<PixelFormat> formats = options.readFormat() == null
                ? gl.readFormats()
                : List.of(options.readFormat());
        gl.requireSupport(strategies, formats);
        return Calibration.run(gl, sample, strategies, formats);
    }
}
