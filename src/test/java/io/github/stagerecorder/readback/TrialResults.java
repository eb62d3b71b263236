package io.github.stagerecorder.readback;

import io.github.stagerecorder.BoundFramebuffer;
import io.github.stagerecorder.settings.FramebufferChoice;
import io.github.stagerecorder.settings.Region;

/** Puts results of trials in place of those that this machine's driver would give. The GL context must be current. */
public final class TrialResults {
    private TrialResults() {}

    public static void put(Reading way, int widthPx, int heightPx, long costNs) {
        try (GlContext gl = GlContext.current(FramebufferChoice.of(BoundFramebuffer.READ))) {
            new Trials(gl).keep(way, new Region(0, 0, widthPx, heightPx), new ReadCost(costNs, costNs));
        }
    }
}
