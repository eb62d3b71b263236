package io.github.stagerecorder.session;

import io.github.stagerecorder.readback.UnreadableException;
import io.github.stagerecorder.readback.UnreadableException.Obstacle;
import java.util.EnumSet;
import java.util.Set;

/** Logs each kind of trouble that costs single frames once, not for every frame. Used on the thread that captures. */
final class Troubles {
    private final Set<Obstacle> told = EnumSet.noneOf(Obstacle.class);

    /** Logs it if it is the first of its kind. */
    void tell(UnreadableException trouble) {
        if (told.add(trouble.obstacle())) {
            System.getLogger(Troubles.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "a frame is not recorded: {0}; the next frame may be, and this is not logged again",
                            trouble.getMessage());
        }
    }
}
