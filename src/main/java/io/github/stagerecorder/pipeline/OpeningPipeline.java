package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.encode.ChosenEncoder;
import io.github.stagerecorder.encode.Encoder;
import io.github.stagerecorder.encode.InputPlan;
import io.github.stagerecorder.encode.OpenEncoder;
import io.github.stagerecorder.frame.Beside;
import io.github.stagerecorder.frame.SlotPool;

/** A pipeline that another thread opens, because its owner has something else to do meanwhile. */
public final class OpeningPipeline implements OpenEncoder {
    private final Beside<OpenEncoder> opening;

    public OpeningPipeline(ChosenEncoder encoder) {
        opening = Beside.begin("stagerecorder-open", () -> OpenPipeline.start(encoder));
    }

    @Override
    public Encoder feed(InputPlan plan, SlotPool pool, boolean ownThread) {
        return opening.await().feed(plan, pool, ownThread);
    }

    /** Waits until it is open, because the caller expects that nothing is left. */
    @Override
    public void abandon() {
        try {
            opening.await().abandon();
        } catch (RuntimeException | Error e) {
            System.getLogger(OpeningPipeline.class.getName()).log(System.Logger.Level.DEBUG, "nothing was opened", e);
        }
    }
}
