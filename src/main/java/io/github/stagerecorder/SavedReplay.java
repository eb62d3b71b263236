package io.github.stagerecorder;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A replay that {@link StageRecorder#saveReplay} has written. Immutable. Its times are those of the file that was being
 * recorded at the call: they begin at 0 with the recording, and again with each file of {@link ResizePolicy#NEW_FILE}.
 *
 * @param file the file, which is complete
 * @param from when its first frame was captured
 * @param to when its last frame ends
 * @param frames the number of its frames
 * @param limit why it is shorter than {@link RecorderBuilder#replay} has asked for
 */
public record SavedReplay(Path file, Duration from, Duration to, long frames, Limit limit) {
    /** Why a replay is shorter than asked for. */
    public enum Limit {
        /** It is not shorter. */
        NONE,

        /** The recording, or the present file of one with several, had not lasted that long. */
        START,

        /** More did not fit into the byte budget. */
        BUDGET
    }

    /** Returns how long it plays. */
    public Duration duration() {
        return to.minus(from);
    }
}
