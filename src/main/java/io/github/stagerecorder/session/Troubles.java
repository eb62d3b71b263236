package io.github.stagerecorder.session;

import io.github.stagerecorder.Trouble;
import io.github.stagerecorder.events.RecordingEvents;
import io.github.stagerecorder.frame.Timeline;
import io.github.stagerecorder.readback.UnreadableException;
import io.github.stagerecorder.readback.UnreadableException.Obstacle;
import io.github.stagerecorder.settings.Region;

/** Words each kind of trouble that costs single frames. */
record Troubles(RecordingEvents events) {
    /** Tells the trouble if it is the first of its kind. */
    void tell(UnreadableException trouble) {
        tell(trouble.obstacle(), trouble);
    }

    /** Tells the trouble if it is the first with this obstacle. */
    void tell(Obstacle obstacle, RuntimeException trouble) {
        events.troubled(
                kind(obstacle), () -> "a frame is not recorded: " + trouble.getMessage() + "; the next frame may be");
    }

    private static Trouble kind(Obstacle obstacle) {
        return switch (obstacle) {
            case CONTEXT -> Trouble.CONTEXT;
            case FRAMEBUFFER -> Trouble.FRAMEBUFFER;
            case DRIVER -> Trouble.DRIVER;
        };
    }

    /** Tells once that no encoder takes a size of the stage. */
    void tellRefusedSize(Region stage, RuntimeException why) {
        events.troubled(Trouble.SIZE, () -> "the stage is not recorded at " + stage + ": " + why.getMessage());
    }

    /** Tells once that the caller's time does not increase, if that is why a capture has no PTS. */
    void tellTime(long ptsNs, long callerTimeNs) {
        if (ptsNs == Timeline.NOT_INCREASING) {
            events.troubled(
                    Trouble.TIME,
                    () -> "a frame is not recorded: its time of " + callerTimeNs + " ns is not after the last frame's");
        }
    }

    /** Tells once that sound is lost. */
    void tellSound(String why) {
        events.troubled(Trouble.SOUND, () -> why);
    }

    /** Tells once that a size is ignored, because the framebuffer's own size is followed. */
    void tellIgnoredResize(int widthPx, int heightPx) {
        events.troubled(
                Trouble.RESIZE_IGNORED,
                () -> "resize(" + widthPx + ", " + heightPx
                        + ") is ignored, because the recorder was built without size(...)"
                        + " and follows the framebuffer");
    }
}
