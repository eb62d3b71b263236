package io.github.stagerecorder.readback;

import io.github.stagerecorder.ReadStrategy;
import io.github.stagerecorder.settings.Colour;
import io.github.stagerecorder.settings.PixelFormat;
import io.github.stagerecorder.settings.Region;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tries ways to read the framebuffer that is bound now, and keeps for the process what this has told: by the driver,
 * the kind of framebuffer, the way, and the size. Used on the render thread.
 */
public final class Trials {
    private static final int MOST_KEPT = 256;

    private static final Map<Sample, ReadCost> KNOWN = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Sample, ReadCost> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /** What decides the cost. */
    private record Sample(
            int driver,
            boolean window,
            boolean multisampled,
            Framebuffer.Values values,
            int internalFormat,
            int widthPx,
            int heightPx,
            Reading way) {}

    private final GlContext gl;
    private final Framebuffer bound;

    /** Looks up a way once, without GL: the virtual machine takes milliseconds to link that, which no capture has. */
    public static void rehearse() {
        synchronized (KNOWN) {
            KNOWN.put(nowhere(), ReadCost.NONE);
            KNOWN.remove(nowhere());
        }
    }

    private static Sample nowhere() {
        Colour colour = new Colour(Colour.Matrix.BT601, Colour.Range.LIMITED);
        Reading way = new Reading(ReadStrategy.CLIENT, Source.PLANES, PixelFormat.I420, colour);
        return new Sample(0, false, false, Framebuffer.Values.NORMALIZED, 0, 0, 0, way);
    }

    /** @param gl a context that is current */
    public Trials(GlContext gl) {
        this.gl = gl;
        bound = gl.framebuffer();
    }

    /** Returns whether it is a window's or another surface's own framebuffer. */
    public boolean areOfSurface() {
        return bound.name() == 0;
    }

    /** Returns what this way costs; empty if it has not been tried. */
    public Optional<ReadCost> cost(Reading way, Region part) {
        synchronized (KNOWN) {
            return Optional.ofNullable(KNOWN.get(sample(way, part)));
        }
    }

    /** Returns a trial of this way. Its result is kept, unless the framebuffer has changed during the trial. */
    public ReadTrial trial(Reading way, Region part) {
        return new ReadTrial(gl, part, way, cost -> keep(way, part, cost));
    }

    void keep(Reading way, Region part, ReadCost cost) {
        synchronized (KNOWN) {
            KNOWN.put(sample(way, part), cost);
        }
    }

    private Sample sample(Reading way, Region part) {
        return new Sample(
                gl.driver(),
                bound.name() == 0,
                bound.samples() > 1,
                bound.values(),
                bound.internalFormat(),
                part.widthPx(),
                part.heightPx(),
                way);
    }
}
