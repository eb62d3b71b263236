package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.encode.Encoder;
import io.github.stagerecorder.encode.InputPlan;
import io.github.stagerecorder.encode.OpenEncoder;
import io.github.stagerecorder.frame.Beside;
import io.github.stagerecorder.frame.SlotPool;
import java.util.function.Supplier;

/** A pipeline that another thread opens, because its owner has something else to do meanwhile. */
public final class OpeningPipeline implements OpenEncoder {
    private final boolean isKnownToOpen;
    private final Beside<OpenPipeline> opening;

    /** @param isKnownToOpen whether nobody needs to wait before frames are captured */
    public OpeningPipeline(Supplier<OpenPipeline> opener, boolean isKnownToOpen) {
        this.isKnownToOpen = isKnownToOpen;
        opening = Beside.begin("stagerecorder-open", opener);
    }

    @Override
    public Encoder feed(InputPlan plan, SlotPool pool, boolean ownThread) {
        return isKnownToOpen && ownThread
                ? feedWhenOpen(plan, pool)
                : opening.await().feed(plan, pool, ownThread);
    }

    private Encoder feedWhenOpen(InputPlan plan, SlotPool pool) {
        try {
            return OpeningEncoder.start(plan, pool, opening);
        } catch (RuntimeException | Error e) { // there is no memory for a thread
            abandon();
            throw e;
        }
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
