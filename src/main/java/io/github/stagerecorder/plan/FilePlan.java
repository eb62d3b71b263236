package io.github.stagerecorder.plan;

import io.github.stagerecorder.encode.InputPlan;
import io.github.stagerecorder.readback.Reading;
import io.github.stagerecorder.settings.Options;
import io.github.stagerecorder.settings.Region;

/**
 * Describes how one size is recorded into one file. It is settled before anything is opened. Immutable.
 *
 * @param region the rectangle of the framebuffer that is read
 * @param input the encoder and its input
 * @param reading how pixels are read
 */
public record FilePlan(Options options, Region region, InputPlan input, Reading reading) {
    /** Returns the plan with another way to read, of which the same is pushed. */
    FilePlan reading(Reading other) {
        InputPlan next = InputPlan.of(input.encoder(), other.format(), other.bottomUp());
        return new FilePlan(options, region, next, other);
    }

    /** @throws IllegalArgumentException if the memory budget is too small */
    public PoolSize poolSize() {
        return PoolSize.within(options.limits().budgetBytes(), 0, input, input.file());
    }

    /** Returns whether the budget has memory for this plan beside {@code usedBytes}. */
    public boolean fitsBeside(long usedBytes) {
        return PoolSize.fits(options.limits().budgetBytes(), usedBytes, input, input.file());
    }
}
