package io.github.stagerecorder.plan;

import io.github.stagerecorder.readback.GlContext;
import io.github.stagerecorder.readback.ReadTrial;
import io.github.stagerecorder.readback.Reading;
import io.github.stagerecorder.settings.Region;

/**
 * Looks for a cheaper way to read while a recording runs: each step makes at most one trial read. Used on the render
 * thread, with the GL context current.
 */
public final class ReadSearch {
    private final FilePlan plan;
    private final GlContext gl;
    private final ReadChoice choice;
    private ReadTrial trial; // the next one; null if the search is over

    /** @param plan how the recording reads at present */
    public ReadSearch(FilePlan plan, Region region) {
        this.plan = plan;
        gl = GlContext.current(plan.options().read().framebuffer());
        choice = new ReadChoice(plan.options(), gl, region, plan.input().encoder());
        trial = next();
    }

    private ReadTrial next() {
        return plan.options().tiled() ? null : choice.next(plan.reading()).orElse(null);
    }

    /** Returns whether {@link #better} is decided. */
    public boolean isOver() {
        return trial == null;
    }

    /** Makes a trial read. */
    public void step() {
        if (trial.step()) {
            trial = next();
        }
    }

    /** Returns the plan with a clearly cheaper way to read; null if the present way is good. */
    public FilePlan better() {
        Reading best = choice.best(plan.reading());
        return best.equals(plan.reading()) ? null : plan.reading(best);
    }

    /**
     * Ends the search and releases what it has in GL, as far as its context allows. Returns whether nothing is left.
     */
    public boolean release() {
        if (trial != null && !trial.release()) {
            return false;
        }
        trial = null;
        return gl.release();
    }
}
