package io.github.stagerecorder.plan;

import io.github.stagerecorder.Convert;
import io.github.stagerecorder.Flip;
import io.github.stagerecorder.ReadStrategy;
import io.github.stagerecorder.encode.ChosenEncoder;
import io.github.stagerecorder.encode.InputPlan;
import io.github.stagerecorder.readback.GlContext;
import io.github.stagerecorder.readback.ReadSupport;
import io.github.stagerecorder.readback.ReadTrial;
import io.github.stagerecorder.readback.Reading;
import io.github.stagerecorder.readback.Source;
import io.github.stagerecorder.readback.Trials;
import io.github.stagerecorder.settings.Options;
import io.github.stagerecorder.settings.PixelFormat;
import io.github.stagerecorder.settings.ReadOptions;
import io.github.stagerecorder.settings.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses how pixels are read for an encoder: as the user has set it, and otherwise the simplest way, until trials have
 * told that another is clearly cheaper. What is pushed is the same in every way.
 */
final class ReadChoice {
    /** A persistent mapping may disappear with its context at any moment, so that the user must ask for it. */
    private static final List<ReadStrategy> AUTOMATIC =
            List.of(ReadStrategy.CLIENT, ReadStrategy.MAPPED, ReadStrategy.PINNED);

    private final Options options;
    private final ReadOptions wanted;
    private final GlContext gl;
    private final ReadSupport support;
    private final Region region;
    private final ChosenEncoder encoder;
    private final List<ReadStrategy> strategies;
    private final List<PixelFormat> formats;
    private final WayCosts costs;

    /**
     * @param region the rectangle to read, or the part of it that the framebuffer contains
     * @throws IllegalArgumentException if the context does not support what the user has set
     */
    ReadChoice(Options options, GlContext gl, Region region, ChosenEncoder encoder) {
        this.options = options;
        wanted = options.read();
        this.gl = gl;
        this.region = region;
        this.encoder = encoder;
        List<ReadStrategy> asked = wanted.strategy() == null ? AUTOMATIC : List.of(wanted.strategy());
        support = gl.support();
        formats = wanted.format() == null ? support.formats() : List.of(wanted.format());
        strategies = support.strategies(asked);
        support.require(formats);
        costs = new WayCosts(new Trials(gl), region);
    }

    /**
     * Returns how a recording begins. Nothing is read, unless only a trial shows whether a way works at all.
     *
     * @throws IllegalArgumentException if the user requires what the driver does not support
     * @throws IllegalStateException if the driver refuses to read the framebuffer
     */
    Reading first() {
        if (!options.tiled()) {
            requireRead(plain(formats.get(0)).by(ReadStrategy.CLIENT));
        }
        Reading simplest = simplest();
        if (options.tiled()) { // there is no capture beside which to try
            next(simplest).ifPresent(ReadTrial::run);
        }
        return next(simplest).isPresent() ? simplest : best(simplest);
    }

    private void requireRead(Reading simple) {
        if (costs.isRefused(simple)) {
            throw new IllegalStateException("the driver refuses to read this framebuffer as "
                    + simple.format().capsName() + ": draw into one of 8 bits a channel, and record that");
        }
    }

    private Reading simplest() {
        if (isForcedToPlanes()) {
            return firstThatWorks(planes())
                    .orElseThrow(() -> new IllegalArgumentException("convert(AS_READ): " + gl + " cannot make "
                            + encoder.readablePlanes().orElseThrow().capsName() + " of " + region));
        }
        return encoder.wantsUpright() ? upright() : plain(formats.get(0));
    }

    private boolean isForcedToPlanes() {
        return encoder.readablePlanes().isPresent()
                && encoder.request().options().convert() == Convert.AS_READ;
    }

    private Reading upright() {
        return firstThatWorks(upright(plain(formats.get(0)).format())).orElseGet(() -> {
            if (wanted.flip() != Flip.AUTO) {
                throw new IllegalArgumentException("flip(" + wanted.flip() + ") is not supported by " + gl);
            }
            return plain(formats.get(0));
        });
    }

    private Optional<Reading> firstThatWorks(List<Reading> ways) {
        return options.tiled()
                ? Optional.empty()
                : ways.stream().filter(costs::works).findFirst();
    }

    private Reading plain(PixelFormat cheapest) {
        PixelFormat own = encoder.formatToRead(cheapest);
        return new Reading(
                strategies.get(0), Source.BOTTOM_UP, support.formats().contains(own) ? own : cheapest);
    }

    /** Returns the next trial without which {@link #best} is not decided; empty if there is none. */
    Optional<ReadTrial> next(Reading present) {
        List<Reading> ways = like(present);
        Optional<ReadTrial> next = costs.firstUntried(ways);
        if (next.isPresent() || !mayBecomePlanes(present)) {
            return next;
        }
        Reading pixels = costs.cheapest(ways, present);
        return costs.firstTrialOfPlanes(pixels, planes());
    }

    /** Returns the best way, by what is known: the present one, unless another is clearly cheaper. */
    Reading best(Reading present) {
        Reading pixels = costs.cheapest(like(present), present);
        return mayBecomePlanes(present) ? costs.planesOrPixels(pixels, planes()) : pixels;
    }

    /** Planes are used when they reach the slot sooner than pixels plus the kernel. */
    private boolean mayBecomePlanes(Reading present) {
        return present.source() == Source.BOTTOM_UP && encoder.readablePlanes().isPresent() && !options.tiled();
    }

    /** Returns the ways in whose place this one can be taken without another conversion, the simplest first. */
    private List<Reading> like(Reading present) {
        return switch (present.source()) {
            case PLANES -> planes();
            case INVERTED, FLIPPED -> upright(present.format());
            default -> pixels(present);
        };
    }

    private List<Reading> pixels(Reading present) {
        boolean anyOrder = InputPlan.of(encoder, present.format(), true).convertsHere();
        List<Reading> ways = new ArrayList<>();
        for (ReadStrategy strategy : strategies) {
            for (PixelFormat format : anyOrder ? formats : List.of(present.format())) {
                ways.add(new Reading(strategy, Source.BOTTOM_UP, format));
            }
        }
        return ways;
    }

    private List<Reading> upright(PixelFormat format) {
        List<Reading> ways = new ArrayList<>();
        for (ReadStrategy strategy : strategies) {
            for (Source source : uprightSources()) {
                ways.add(new Reading(strategy, source, format));
            }
        }
        return ways;
    }

    private List<Reading> planes() {
        List<Reading> ways = new ArrayList<>();
        for (ReadStrategy strategy : strategies) {
            ways.add(new Reading(
                    strategy, Source.PLANES, encoder.readablePlanes().orElseThrow(), encoder.colour()));
        }
        return ways;
    }

    private List<Source> uprightSources() {
        return switch (wanted.flip()) {
            case AUTO -> List.of(Source.INVERTED, Source.FLIPPED);
            case DRIVER -> List.of(Source.INVERTED);
            case BLIT -> List.of(Source.FLIPPED);
        };
    }
}
