package io.github.stagerecorder.session;

import io.github.stagerecorder.readback.UnreadableException;
import io.github.stagerecorder.readback.UnreadableException.Obstacle;
import java.util.EnumSet;
import java.util.Set;

/** Logs each kind of trouble that costs single frames once, not for every frame. Used on the thread that captures. */
final class Troubles {
    private final Set<Obstacle> told = EnumSet.noneOf(Obstacle.class);
    private boolean resizeTold;

    /** Logs the trouble if it is the first of its kind. */
    void tell(UnreadableException trouble) {
        tell(trouble.obstacle(), trouble);
    }

    /** Logs the trouble if it is the first with this obstacle. */
    void tell(Obstacle obstacle, RuntimeException trouble) {
        if (told.add(obstacle)) {
            log("a frame is not recorded: " + trouble.getMessage()
                    + "; the next frame may be, and this is not logged again");
        }
    }

    /** Logs once that a size is ignored, because the framebuffer's own size is followed. */
    void tellIgnoredResize(int widthPx, int heightPx) {
        if (!resizeTold) {
            resizeTold = true;
            log("resize(" + widthPx + ", " + heightPx + ") is ignored, because the recorder was built without size(...)"
                    + " and follows the framebuffer; this is not logged again");
        }
    }

    private static void log(String message) {
        System.getLogger(Troubles.class.getName()).log(System.Logger.Level.WARNING, message);
    }
}
