package io.github.stagerecorder.plan;

import io.github.stagerecorder.readback.ReadCost;
import io.github.stagerecorder.readback.ReadTrial;
import io.github.stagerecorder.readback.Reading;
import io.github.stagerecorder.readback.Trials;
import io.github.stagerecorder.settings.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares ways to read by what trials have told of a part of the stage. */
final class WayCosts {
    /** The kernel's cost on one core, measured at 1080p and 4K on a machine of 2024. */
    private static final double KERNEL_NS_PER_PIXEL = 0.5;

    private static final int NOTICEABLE = 2; // a cost up to 1/2 above another counts as equal to it
    private static final long NOTICEABLE_NS = 100_000;
    private static final int TELLING_WIDTH_PX = 1280;
    private static final int TELLING_HEIGHT_PX = 720;
    private static final int DOT_PX = 16;

    private final Trials trials;
    private final Region part;
    private final Region glance;
    private final Region dot;

    WayCosts(Trials trials, Region region) {
        this.trials = trials;
        part = region.withSize(
                Math.min(region.widthPx(), TELLING_WIDTH_PX), Math.min(region.heightPx(), TELLING_HEIGHT_PX));
        glance = part.withSize((part.widthPx() + 1) / 2, (part.heightPx() + 1) / 2);
        dot = part.withSize(Math.min(part.widthPx(), DOT_PX), Math.min(part.heightPx(), DOT_PX));
    }

    /** Tries the way now if that has not been done. */
    boolean works(Reading way) {
        if (trials.cost(way, part).isEmpty()) {
            trials.trial(way, part).run();
        }
        return cost(way, part).isKnown();
    }

    /**
     * Returns whether the driver refuses even this, tried with a few pixels. A refusal is not believed of the next
     * framebuffer, because formats that are not known count as one. A surface can always be read, but not yet before
     * something is drawn: Mesa's software renderer crashes if a window has been resized and not been drawn into since.
     */
    boolean isRefused(Reading way) {
        if (trials.areOfSurface() || cost(way, dot).isKnown()) {
            return false;
        }
        trials.trial(way, dot).run();
        return trials.cost(way, dot).isPresent() && !cost(way, dot).isKnown();
    }

    Optional<ReadTrial> firstUntried(List<Reading> ways) {
        return firstUntried(ways, part);
    }

    private Optional<ReadTrial> firstUntried(List<Reading> ways, Region area) {
        for (Reading way : ways) {
            if (trials.cost(way, area).isEmpty()) {
                return Optional.of(trials.trial(way, area));
            }
        }
        return Optional.empty();
    }

    private ReadCost cost(Reading way, Region area) {
        return trials.cost(way, area).orElse(ReadCost.NONE);
    }

    private long ns(Reading way) {
        return cost(way, part).renderThreadNs();
    }

    /**
     * Returns the present way, or if another is clearly cheaper, one of those that cost about as little: first one that
     * reads into memory of ours, which stays when the context is destroyed, and of these the simplest.
     */
    Reading cheapest(List<Reading> ways, Reading present) {
        long leastNs = Long.MAX_VALUE;
        for (Reading way : ways) {
            leastNs = Math.min(leastNs, ns(way));
        }
        if (leastNs == Long.MAX_VALUE || isCheap(present, leastNs)) {
            return present;
        }
        Reading best = null;
        for (Reading way : ways) { // without lambdas, which take milliseconds of a capture when they are first linked
            if (isCheap(way, leastNs) && (best == null || comesBefore(way, best))) {
                best = way;
            }
        }
        return best;
    }

    private boolean isCheap(Reading way, long leastNs) {
        return ns(way) <= leastNs + Math.max(leastNs / NOTICEABLE, NOTICEABLE_NS);
    }

    private boolean comesBefore(Reading way, Reading other) {
        if (way.endsWithContext() != other.endsWithContext()) {
            return other.endsWithContext();
        }
        int order = way.strategy().compareTo(other.strategy());
        return order < 0 || order == 0 && ns(way) < ns(other);
    }

    /**
     * Returns the next trial of planes. A quarter of the part comes first: a software renderer needs longer for that
     * than it may for the whole, and takes no more trials.
     */
    Optional<ReadTrial> firstTrialOfPlanes(Reading pixels, List<Reading> planes) {
        List<Reading> likely = likely(pixels, planes);
        Optional<ReadTrial> first = firstUntried(likely, glance);
        return first.isPresent() || !isWorthIt(pixels, likely.get(0), glance) ? first : firstUntried(planes, part);
    }

    private static List<Reading> likely(Reading pixels, List<Reading> planes) {
        List<Reading> likely = new ArrayList<>();
        for (Reading way : planes) {
            if (way.strategy() == pixels.strategy()) {
                likely.add(way);
            }
        }
        return likely;
    }

    /** Planes are used when they reach the slot sooner than pixels plus the kernel. */
    Reading planesOrPixels(Reading pixels, List<Reading> planes) {
        Reading likely = likely(pixels, planes).get(0);
        return isWorthIt(pixels, likely, glance) && isWorthIt(pixels, likely, part) ? cheapest(planes, likely) : pixels;
    }

    private boolean isWorthIt(Reading pixels, Reading planes, Region area) {
        ReadCost pixelsCost = cost(pixels, part);
        long kernelNs = (long) (KERNEL_NS_PER_PIXEL * part.widthPx() * part.heightPx());
        return pixelsCost.isKnown() && cost(planes, area).doneNs() < pixelsCost.doneNs() + kernelNs;
    }
}
