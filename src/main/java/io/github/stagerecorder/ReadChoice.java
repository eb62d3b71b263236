package io.github.stagerecorder;

import io.github.stagerecorder.encode.EncoderPlan;
import io.github.stagerecorder.frame.PixelFormat;
import io.github.stagerecorder.readback.Calibration;
import io.github.stagerecorder.readback.Calibration.Measured;
import io.github.stagerecorder.readback.GlContext;
import io.github.stagerecorder.readback.Reading;
import io.github.stagerecorder.readback.Region;
import io.github.stagerecorder.readback.Source;
import io.github.stagerecorder.readback.Strategy;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How pixels are read: as the user wants it, and where he does not care, as the driver is cheapest. */
final class ReadChoice {
    /** Our kernel on one core; measured at 1080p and 4K on a machine of 2024. */
    private static final double KERNEL_NS_PER_PIXEL = 0.5;

    private static final int TELLING_WIDTH_PX = 1280;
    private static final int TELLING_HEIGHT_PX = 720;

    private static final List<PixelFormat> FORMATS = List.of(PixelFormat.BGRX, PixelFormat.RGBX);

    private final RecorderBuilder options;
    private final GlContext gl;
    private final Region sample;
    private final List<Strategy> strategies;
    private Measured plain;

    /** @param sample what the trials read */
    ReadChoice(RecorderBuilder options, GlContext gl, Region sample) {
        this.options = options;
        this.gl = gl;
        this.sample = sample;
        strategies = options.readStrategy() == null
                ? List.of(Strategy.values())
                : List.of(Strategy.valueOf(options.readStrategy().name()));
    }

    /** @throws IllegalArgumentException if it names no format that can be read */
    static PixelFormat format(String name) {
        return FORMATS.stream()
                .filter(format -> format.capsName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("readFormat \"" + name + "\": must be BGRx or RGBx"));
    }

    /**
     * The format that is cheapest to read, as GL has it.
     *
     * @throws IllegalArgumentException if the context lacks what the user wants
     * @throws IllegalStateException if the driver fails in everything
     */
    PixelFormat cheapestFormat() {
        List<PixelFormat> formats = options.readFormat() == null ? gl.readFormats() : List.of(options.readFormat());
        gl.requireSupport(strategies, formats);
        List<Measured> all = measure(ways(formats, Source.BOTTOM_UP));
        if (all.isEmpty()) {
            throw new IllegalStateException("no pixels can be read here by any of " + strategies + " as " + formats);
        }
        plain = all.get(0);
        return plain.reading().format();
    }

    /**
     * How to read for this plan, which was made for the cheapest format: upright or as planes where that is the least
     * work in all.
     *
     * @throws IllegalArgumentException if the user insists on what the driver lacks
     */
    Reading forPlan(EncoderPlan plan) {
        if (plan.readablePlanes().isPresent()) {
            return byShader(plan);
        }
        if (plan.wantsUpright() && options.flip() != Flip.VIDEOFLIP) {
            return upright(plan);
        }
        return asRead(plan);
    }

    private Reading asRead(EncoderPlan plan) {
        PixelFormat format = plan.file().format();
        return format == plain.reading().format()
                ? plain.reading()
                : measure(ways(List.of(format), Source.BOTTOM_UP)).stream()
                        .findFirst()
                        .map(Measured::reading)
                        .orElse(plain.reading());
    }

    private Reading byShader(EncoderPlan plan) {
        boolean forced = options.convert() == Convert.SHADER;
        PixelFormat format = plan.readablePlanes().orElseThrow();
        Reading likely = new Reading(plain.reading().strategy(), Source.PLANES, format, plan.colour());
        Stream<Reading> ways =
                strategies.stream().map(strategy -> new Reading(strategy, Source.PLANES, format, plan.colour()));
        List<Measured> all = !options.tiled() && (forced || isWorthIt(likely)) ? measure(ways) : List.of();
        if (forced && all.isEmpty()) {
            throw new IllegalArgumentException(
                    "convert(SHADER): " + gl + " cannot make " + format.capsName() + " of " + sample);
        }
        return all.isEmpty() ? asRead(plan) : all.get(0).reading();
    }

    /**
     * Where the GPU has the planes in the slot before the pixels and our kernel would. A part is enough to tell: a
     * software renderer would take a tenth of a second for an answer that is always no, and 100 MB at 4K.
     */
    private boolean isWorthIt(Reading planes) {
        Region part = sample.withSize(
                Math.min(sample.widthPx(), TELLING_WIDTH_PX), Math.min(sample.heightPx(), TELLING_HEIGHT_PX));
        long kernelNs = (long) (KERNEL_NS_PER_PIXEL * part.widthPx() * part.heightPx());
        List<Measured> both = Calibration.run(gl, part, List.of(plain.reading(), planes));
        OptionalLong pixelsNs = doneNs(both, plain.reading());
        OptionalLong planesNs = doneNs(both, planes);
        return pixelsNs.isPresent() && planesNs.isPresent() && planesNs.getAsLong() < pixelsNs.getAsLong() + kernelNs;
    }

    /** Empty where it cannot be read so. */
    private static OptionalLong doneNs(List<Measured> all, Reading way) {
        return all.stream()
                .filter(measured -> measured.reading().equals(way))
                .mapToLong(Measured::doneNs)
                .findFirst();
    }

    private Reading upright(EncoderPlan plan) {
        List<PixelFormat> format = List.of(plan.file().format());
        List<Measured> all =
                options.tiled() ? List.of() : measure(uprightSources().flatMap(source -> ways(format, source)));
        if (all.isEmpty() && options.flip() != Flip.AUTO) {
            throw new IllegalArgumentException("flip(" + options.flip() + ") is not supported by " + gl);
        }
        return all.isEmpty() ? asRead(plan) : all.get(0).reading();
    }

    private Stream<Source> uprightSources() {
        return switch (options.flip()) {
            case AUTO -> Stream.of(Source.INVERTED, Source.FLIPPED);
            case DRIVER -> Stream.of(Source.INVERTED);
            case BLIT -> Stream.of(Source.FLIPPED);
            case VIDEOFLIP -> Stream.of();
        };
    }

    private Stream<Reading> ways(List<PixelFormat> formats, Source source) {
        return strategies.stream()
                .flatMap(strategy -> formats.stream().map(format -> new Reading(strategy, source, format)));
    }

    private List<Measured> measure(Stream<Reading> ways) {
        return Calibration.run(gl, sample, ways.toList());
    }
}
