package io.github.stagerecorder.faults;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.recording.RecordedStage;
import java.util.List;

/** A small stage that is recorded and watched. */
public final class WatchedStage implements AutoCloseable {
    /** The frame numbers can be read at this size. */
    public static final int WIDTH_PX = 160;
    /** Even, for H.264. */
    public static final int HEIGHT_PX = 90;

    private final RecordedStage stage;
    private final WatchedRecorder recorder;
    private int painted;

    /** Starts recording with {@code options}, which need no size. */
    public WatchedStage(RecorderBuilder options) {
        stage = new RecordedStage(WIDTH_PX, HEIGHT_PX, options.memoryBudget(WatchedRecorder.BUDGET_BYTES));
        recorder = new WatchedRecorder(stage.recorder());
    }

    /** Draws the next frame and captures it. Render thread only. */
    public CaptureResult paint() {
        stage.draw();
        return recorder.capture(painted++);
    }

    /** Draws and captures the next frames. */
    public void paint(int frames) {
        for (int i = 0; i < frames; i++) {
            paint();
        }
    }

    public StageRecorder recorder() {
        return recorder.recorder();
    }

    /** Returns the numbers of the frames that were taken, in order. */
    public List<Integer> takenNumbers() {
        return recorder.takenNumbers();
    }

    /** Closes the recorder and checks the final counts. */
    public Closing end() {
        return recorder.end();
    }

    @Override
    public void close() {
        try (stage;
                recorder) {
            Closing.of(recorder());
        }
    }
}
