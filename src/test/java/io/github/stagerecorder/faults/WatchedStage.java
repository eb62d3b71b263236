package io.github.stagerecorder.faults;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.StatsIdentities;
import io.github.stagerecorder.recording.RecordedStage;
import java.util.ArrayList;
import java.util.List;

/** A small stage that is recorded, whose statistics are watched, and of which is known what was taken. */
public final class WatchedStage implements AutoCloseable {
    /** Frames are told apart at this size. */
    public static final int WIDTH_PX = 160;
    /** Even, for H.264. */
    public static final int HEIGHT_PX = 90;

    private static final long BUDGET_BYTES = 4L << 20;

    private final RecordedStage stage;
    private final StatsWatch watch;
    private final List<Integer> takenNumbers = new ArrayList<>();
    private int painted;

    /** Starts recording as {@code options} say, which need no size. */
    public WatchedStage(RecorderBuilder options) {
        stage = new RecordedStage(WIDTH_PX, HEIGHT_PX, options.memoryBudget(BUDGET_BYTES));
        watch = new StatsWatch(stage.recorder(), BUDGET_BYTES);
    }

    /** Draws the next frame and captures it. Render thread. */
    public CaptureResult paint() {
        stage.draw();
        CaptureResult result = watch.capture();
        if (result == CaptureResult.TAKEN) {
            takenNumbers.add(painted);
        }
        painted++;
        return result;
    }

    /** Draws and captures the next frames. */
    public void paint(int frames) {
        for (int i = 0; i < frames; i++) {
            paint();
        }
    }

    public StageRecorder recorder() {
        return stage.recorder();
    }

    /** The numbers of the frames that were taken, in order. */
    public List<Integer> takenNumbers() {
        return takenNumbers;
    }

    /** Closes, and checks the final count. */
    public Closing end() {
        Closing closing = Closing.of(recorder());
        StatsIdentities.checkEnded(closing.outcome().stats(), watch.calls());
        return closing;
    }

    /** Ends the watch too, and tells what it has seen. */
    @Override
    public void close() {
        try (stage; watch) {
            Closing.of(recorder());
        }
    }
}
