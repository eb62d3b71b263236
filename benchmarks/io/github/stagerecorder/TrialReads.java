package io.github.stagerecorder;

import io.github.stagerecorder.readback.GlContext;
import io.github.stagerecorder.readback.ReadTrial;
import io.github.stagerecorder.readback.Reading;
import io.github.stagerecorder.readback.Source;
import io.github.stagerecorder.readback.Trials;
import io.github.stagerecorder.settings.Colour;
import io.github.stagerecorder.settings.Colour.Matrix;
import io.github.stagerecorder.settings.Colour.Range;
import io.github.stagerecorder.settings.FramebufferChoice;
import io.github.stagerecorder.settings.PixelFormat;
import io.github.stagerecorder.settings.Region;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/** Makes the trial reads that a recording makes beside its first captures. */
final class TrialReads {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private TrialReads() {}

    /** Receives what one step of a trial has taken on this thread. */
    interface Cost {
        void add(long timeNs, long cpuNs);
    }

    /** The sizes are two pixels smaller than the recording's, so that what it has learned stays as it is. */
    static void measure(Size stage, Cost cost) {
        Region part = new Region(0, 0, Math.min(stage.widthPx(), 1280) - 2, Math.min(stage.heightPx(), 720) - 2);
        Region quarter = part.withSize(part.widthPx() / 2, part.heightPx() / 2);
        Reading planes = new Reading(
                ReadStrategy.CLIENT, Source.PLANES, PixelFormat.I420, new Colour(Matrix.BT709, Range.LIMITED));
        try (GlContext gl = GlContext.current(FramebufferChoice.of(BoundFramebuffer.READ))) {
            Trials trials = new Trials(gl);
            for (ReadStrategy strategy : List.of(ReadStrategy.CLIENT, ReadStrategy.MAPPED)) {
                step(trials.trial(new Reading(strategy, Source.BOTTOM_UP, PixelFormat.RGBX), part), cost);
            }
            step(trials.trial(planes, quarter), cost);
        }
    }

    private static void step(ReadTrial trial, Cost cost) {
        boolean over = false;
        while (!over) {
            long fromNs = System.nanoTime();
            long fromCpuNs = THREADS.getCurrentThreadCpuTime();
            over = trial.step();
            cost.add(System.nanoTime() - fromNs, THREADS.getCurrentThreadCpuTime() - fromCpuNs);
        }
    }
}
