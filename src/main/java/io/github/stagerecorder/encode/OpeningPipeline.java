package io.github.stagerecorder.encode;

import io.github.stagerecorder.frame.Beside;
import io.github.stagerecorder.frame.SlotPool;

/** A pipeline that another thread opens, because its owner has something else to do meanwhile. */
final class OpeningPipeline implements OpenEncoder {
    private final Beside<OpenEncoder> opening;

    OpeningPipeline(ChosenEncoder encoder) {
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
