package io.github.stagerecorder.readback;

import io.github.stagerecorder.ReadStrategy;
import io.github.stagerecorder.frame.Patience;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.Slab;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.settings.Region;
import java.util.Comparator;
import java.util.List;

/**
 * Measures what each way to read costs the render thread, with a few trial reads into one slot. The wait for the GPU is
 * not a cost, because the application can draw the next frame meanwhile. The time inside the calls that begin and
 * collect a read is the cost. Used on the render thread.
 */
public final class Calibration {
    private static final int READS = 4; // the least time counts, because the first read also touches new memory
    private static final long ENOUGH_NS = 2_000_000L; // small frames are read more often, against disturbances
    private static final int NOTICEABLE = 2; // costs up to 1/2 above the least count as equal to it
    private static final long PATIENCE_NS = 2_000_000_000L;
    private static final long NEVER = Long.MAX_VALUE;
    private static final long LONGEST_NS = 100_000_000L; // for one way to read a huge frame

    /**
     * The cost of one way to read.
     *
     * @param costNs the least time of one read on the render thread
     * @param doneNs the least time from its beginning until the pixels were in the slot
     */
    public record Measured(Reading reading, long costNs, long doneNs) {}

    private final GlContext gl;
    private final Region region;

    private Calibration(GlContext gl, Region region) {
        this.gl = gl;
        this.region = region;
    }

    /**
     * Measures the ways to read.
     *
     * @param ways the ways to choose from; those that fail here are left out
     * @return the results, those that cost the render thread least first; if several cost about the same, the simplest
     *     strategy comes first, because it depends least on the driver
     */
    public static List<Measured> run(GlContext gl, Region region, List<Reading> ways) {
        Calibration calibration = new Calibration(gl, region);
        List<Reading> supported =
                ways.stream().filter(way -> gl.supports(way.strategy())).toList();
        supported.stream().findFirst().ifPresent(calibration::measure); // warms up the code
        List<Measured> all = supported.stream()
                .map(calibration::measure)
                .filter(measured -> measured.costNs() < NEVER)
                .toList();
        long leastNs = all.stream().mapToLong(Measured::costNs).min().orElse(0);
        return all.stream()
                .sorted(simplestOf(leastNs).thenComparingLong(Measured::costNs))
                .toList();
    }

    /** Sorts the ways that cost about as little as the cheapest one first, and among them the simplest strategy. */
    private static Comparator<Measured> simplestOf(long leastNs) {
        return Comparator.comparingInt(measured -> measured.costNs() <= leastNs + leastNs / NOTICEABLE
                ? measured.reading().strategy().ordinal()
                : ReadStrategy.values().length);
    }

    private Measured measure(Reading way) {
        Picture picture = way.picture(region.widthPx(), region.heightPx());
        SlotPool pool = new SlotPool();
        GlReadback readback = new GlReadback(gl, way, false, false);
        Measured never = new Measured(way, NEVER, NEVER);
        try {
            Slab slab = readback.newSlab(pool, 1, picture.slotBytes(), null);
            if (slab == null || !readback.canTarget(region, picture)) {
                return never;
            }
            readback.target(region, picture);
            return least(readback, slab, never);
        } catch (UnreadableException e) { // the driver refused to draw or to read
            return never;
        } finally {
            readback.release();
            pool.close();
        }
    }

    private static Measured least(GlReadback readback, Slab slab, Measured worst) {
        Measured least = worst;
        long startNs = System.nanoTime();
        long tookNs = 0;
        for (int i = 0; tookNs < (i < READS ? LONGEST_NS : ENOUGH_NS); i++) {
            Measured next = read(readback, slab.claim(), worst.reading());
            least = new Measured(
                    worst.reading(), Math.min(least.costNs, next.costNs), Math.min(least.doneNs, next.doneNs));
            tookNs = System.nanoTime() - startNs;
        }
        return least;
    }

    private static Measured read(GlReadback readback, Slot slot, Reading way) {
        try {
            return read(readback, slot, way, new Patience(PATIENCE_NS));
        } finally {
            readback.giveUp();
            slot.abandon();
        }
    }

    private static Measured read(GlReadback readback, Slot slot, Reading way, Patience patience) {
        long startNs = System.nanoTime();
        readback.begin(slot);
        long beginNs = System.nanoTime() - startNs;
        long collectNs = collectNs(readback, patience);
        long doneNs = System.nanoTime() - startNs;
        return collectNs == NEVER ? new Measured(way, NEVER, NEVER) : new Measured(way, beginNs + collectNs, doneNs);
    }

    /** Waits for the read, and returns the time of the call that collected it. */
    private static long collectNs(GlReadback readback, Patience patience) {
        long fromNs = System.nanoTime();
        while (!patience.isOver()) {
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
