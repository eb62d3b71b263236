package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.encode.Encoder;
import io.github.stagerecorder.encode.InputPlan;
import io.github.stagerecorder.encode.OpenEncoder;
import io.github.stagerecorder.frame.Beside;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.log.Log;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;

/**
 * A pipeline that another thread opens. One that is known to open is not opened before it is fed, because until then the
 * thread of the start needs the processor.
 */
public final class OpeningPipeline implements OpenEncoder {
    private final Supplier<OpenPipeline> opener;
    private final Beside<OpenPipeline> opening; // null if it is known to open

    /** @param isKnownToOpen whether nobody needs to wait before frames are captured */
    public OpeningPipeline(Supplier<OpenPipeline> opener, boolean isKnownToOpen) {
        this.opener = opener;
        opening = isKnownToOpen ? null : begin(opener);
    }

    private static Beside<OpenPipeline> begin(Supplier<OpenPipeline> opener) {
        return Beside.begin("stagerecorder-open", opener);
    }

    @Override
    public Encoder feed(InputPlan plan, SlotPool pool, boolean ownThread) {
        if (opening != null) {
            return opening.await().feed(plan, pool, ownThread);
        }
        return ownThread
                ? OpeningEncoder.start(plan, pool, () -> begin(opener))
                : opener.get().feed(plan, pool, false);
    }

    /** Waits until it is open, because the caller expects that nothing is left. */
    @Override
    public void abandon() {
        if (opening == null) {
            return;
        }
        try {
            opening.await().abandon();
        } catch (RuntimeException | Error e) {
            Log.line(Level.DEBUG, "nothing was opened", e);
        }
    }
}
