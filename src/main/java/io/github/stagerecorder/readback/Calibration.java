package io.github.stagerecorder.readback;

import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.PixelFormat;
import io.github.stagerecorder.frame.Slab;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.SlotPool;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Asks the driver how it reads: some reads by every strategy and in every format that there is, each into one slot, and
 * what they cost the render thread. The wait for the GPU is not a cost, as it draws the next frame meanwhile; what a
 * strategy does at once instead is. Render thread only.
 */
public final class Calibration {
    private static final int READS = 4; // the first one also touches new memory, and the least time counts
    private static final long PATIENCE_NS = 2_000_000_000L;
    private static final long NEVER = Long.MAX_VALUE;
    private static final long LONGEST_NS = 100_000_000L; // for one strategy and format, of a huge frame

    /**
     * How to read.
     *
     * @param costNs the least time of one read on the render thread
     */
    public record Choice(Strategy strategy, PixelFormat format, long costNs) {}

    private final GlContext gl;
    private final Region region;

    private Calibration(GlContext gl, Region region) {
        this.gl = gl;
        this.region = region;
    }

    /**
     * @param strategies to choose from; those that the context lacks are passed over
     * @param formats to choose from
     * @return the cheapest first
     * @throws IllegalStateException if the driver fails in every one
     */
    public static List<Choice> run(
            GlContext gl, Region region, List<Strategy> strategies, List<PixelFormat> formats) {
        Calibration calibration = new Calibration(gl, region);
        List<Choice> choices = new ArrayList<>();
        for (Strategy strategy : strategies) {
            if (gl.supports(strategy)) {
                formats.forEach(format -> calibration.measure(strategy, format, choices));
            }
        }
        if (choices.isEmpty()) {
            throw new IllegalStateException("no pixels can be read here by any of " + strategies + " as " + formats);
        }
        choices.sort(Comparator.comparingLong(Choice::costNs));
        return choices;
    }

    private void measure(Strategy strategy, PixelFormat format, List<Choice> choices) {
        Picture picture = Picture.asRead(region.widthPx(), region.heightPx(), format);
        SlotPool pool = new SlotPool();
        GlReadback readback = new GlReadback(gl, strategy, false);
        Slab slab = readback.newSlab(pool, 1, picture.slotBytes(), null);
        if (slab != null) {
            readback.target(region, picture);
            long costNs = leastCostNs(readback, slab);
            if (costNs < NEVER) {
                choices.add(new Choice(strategy, format, costNs));
            }
        }
        readback.release();
        pool.close();
    }

    private static long leastCostNs(GlReadback readback, Slab slab) {
        long least = NEVER;
        long startNs = System.nanoTime();
        for (int i = 0; i < READS && System.nanoTime() - startNs < LONGEST_NS; i++) {
            least = Math.min(least, costNs(readback, slab.claim()));
        }
        return least;
    }

    private static long costNs(GlReadback readback, Slot slot) {
        long startNs = System.nanoTime();
        readback.begin(slot);
        long beginNs = System.nanoTime() - startNs;
        long collectNs = collectNs(readback, startNs + PATIENCE_NS);
        readback.giveUp();
        slot.abandon();
        return collectNs == NEVER ? NEVER : beginNs + collectNs;
    }

    /** How long it takes to collect a read that is over. */
    private static long collectNs(GlReadback readback, long deadlineNs) {
        long fromNs = System.nanoTime();
        while (fromNs < deadlineNs) {
            boolean arrived = readback.collect() != null;
            long toNs = System.nanoTime();
            if (arrived) {
                return toNs - fromNs;
            }
            fromNs = toNs;
        }
        return NEVER;
    }
}
