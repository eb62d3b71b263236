package io.github.stagerecorder.plan;

import io.github.stagerecorder.Convert;
import io.github.stagerecorder.Flip;
import io.github.stagerecorder.ReadStrategy;
import io.github.stagerecorder.encode.ChosenEncoder;
import io.github.stagerecorder.readback.Calibration;
import io.github.stagerecorder.readback.Calibration.Measured;
import io.github.stagerecorder.readback.GlContext;
import io.github.stagerecorder.readback.Reading;
import io.github.stagerecorder.readback.Source;
import io.github.stagerecorder.settings.Options;
import io.github.stagerecorder.settings.PixelFormat;
import io.github.stagerecorder.settings.ReadOptions;
import io.github.stagerecorder.settings.Region;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Chooses how pixels are read: as the user has set it, and otherwise the way that is cheapest with this driver. */
final class ReadChoice {
    /** The kernel's cost on one core, measured at 1080p and 4K on a machine of 2024. */
    private static final double KERNEL_NS_PER_PIXEL = 0.5;

    private static final int TELLING_WIDTH_PX = 1280;
    private static final int TELLING_HEIGHT_PX = 720;

    private final ReadOptions wanted;
    private final boolean tiled;
    private final GlContext gl;
    private final Region sample;
    private final List<ReadStrategy> strategies;
    private final Reading plain;

    /**
     * Tries the driver.
     *
     * @param sample the rectangle that the trials read
     * @throws IllegalArgumentException if the context does not support what the user has set
     * @throws IllegalStateException if every trial fails
     */
    ReadChoice(Options options, GlContext gl, Region sample) {
        wanted = options.read();
        tiled = options.tiled();
        this.gl = gl;
        this.sample = sample;
        strategies = wanted.strategy() == null ? List.of(ReadStrategy.values()) : List.of(wanted.strategy());
        plain = cheapest();
    }

    /** Returns the cheapest way to read the framebuffer itself, bottom-up. */
    private Reading cheapest() {
        List<PixelFormat> formats = wanted.format() == null ? gl.readFormats() : List.of(wanted.format());
        gl.requireSupport(strategies, formats);
        List<Measured> all = measure(ways(formats, Source.BOTTOM_UP));
        if (all.isEmpty()) {
            throw new IllegalStateException("no pixels can be read here by any of " + strategies + " as " + formats);
        }
        return all.get(0).reading();
    }

    /**
     * Returns how to read for this encoder: upright or as planes, if that is the least work overall.
     *
     * @throws IllegalArgumentException if the user requires what the driver does not support
     */
    Reading forEncoder(ChosenEncoder encoder) {
        if (encoder.readablePlanes().isPresent()) {
            return byShader(encoder);
        }
        return encoder.wantsUpright() ? upright(encoder) : asRead(encoder);
    }

    private Reading asRead(ChosenEncoder encoder) {
        PixelFormat format = encoder.formatToRead(plain.format());
        return format == plain.format()
                ? plain
                : measure(ways(List.of(format), Source.BOTTOM_UP)).stream()
                        .findFirst()
                        .map(Measured::reading)
                        .orElse(plain);
    }

    private Reading byShader(ChosenEncoder encoder) {
        boolean forced = encoder.request().options().convert() == Convert.AS_READ;
        PixelFormat format = encoder.readablePlanes().orElseThrow();
        Reading likely = planes(plain.strategy(), format, encoder);
        Stream<Reading> ways = strategies.stream().map(strategy -> planes(strategy, format, encoder));
        List<Measured> all = !tiled && (forced || isWorthIt(likely)) ? measure(ways) : List.of();
        if (forced && all.isEmpty()) {
            throw new IllegalArgumentException(
                    "convert(AS_READ): " + gl + " cannot make " + format.capsName() + " of " + sample);
        }
        return all.isEmpty() ? asRead(encoder) : all.get(0).reading();
    }

    private static Reading planes(ReadStrategy strategy, PixelFormat format, ChosenEncoder encoder) {
        return new Reading(strategy, Source.PLANES, format, encoder.colour());
    }

    /**
     * Planes are used when they reach the slot sooner than pixels plus the kernel. A part of the stage decides, because
     * at full size a software renderer takes a tenth of a second and 100 MB at 4K, and its answer is always no.
     */
    private boolean isWorthIt(Reading planes) {
        Region part = sample.withSize(
                Math.min(sample.widthPx(), TELLING_WIDTH_PX), Math.min(sample.heightPx(), TELLING_HEIGHT_PX));
        long kernelNs = (long) (KERNEL_NS_PER_PIXEL * part.widthPx() * part.heightPx());
        List<Measured> both = Calibration.run(gl, part, List.of(plain, planes));
        OptionalLong pixelsNs = doneNs(both, plain);
        OptionalLong planesNs = doneNs(both, planes);
        return pixelsNs.isPresent() && planesNs.isPresent() && planesNs.getAsLong() < pixelsNs.getAsLong() + kernelNs;
    }

    /** Returns how long this way takes; empty if it does not work. */
    private static OptionalLong doneNs(List<Measured> all, Reading way) {
        return all.stream()
                .filter(measured -> measured.reading().equals(way))
                .mapToLong(Measured::doneNs)
                .findFirst();
    }

    private Reading upright(ChosenEncoder encoder) {
        List<PixelFormat> format = List.of(encoder.formatToRead(plain.format()));
        List<Measured> all = tiled ? List.of() : measure(uprightSources().flatMap(source -> ways(format, source)));
        if (all.isEmpty() && wanted.flip() != Flip.AUTO) {
            throw new IllegalArgumentException("flip(" + wanted.flip() + ") is not supported by " + gl);
        }
        return all.isEmpty() ? asRead(encoder) : all.get(0).reading();
    }

    private Stream<Source> uprightSources() {
        return switch (wanted.flip()) {
            case AUTO -> Stream.of(Source.INVERTED, Source.FLIPPED);
            case DRIVER -> Stream.of(Source.INVERTED);
            case BLIT -> Stream.of(Source.FLIPPED);
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
