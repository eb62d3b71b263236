package io.github.stagerecorder.faults;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.StatsIdentities;
import java.util.ArrayList;
import java.util.List;

/** A recorder whose statistics are watched. It remembers which frames were taken. */
public final class WatchedRecorder implements AutoCloseable {
    /** Ample for the small stages of the tests. */
    static final long BUDGET_BYTES = 16L << 20;

    private final StageRecorder recorder;
    private final StatsWatch watch;
    private final List<Integer> takenNumbers = new ArrayList<>();

    /** Starts recording the current context's framebuffer. */
    public WatchedRecorder(RecorderBuilder options) {
        this(options.memoryBudget(BUDGET_BYTES).start());
    }

    WatchedRecorder(StageRecorder recorder) {
        this.recorder = recorder;
        watch = new StatsWatch(recorder, BUDGET_BYTES);
    }

    /** Captures frame {@code number}, which has been drawn. Render thread only. */
    public CaptureResult capture(int number) {
        CaptureResult result = watch.capture();
        if (result == CaptureResult.TAKEN) {
            takenNumbers.add(number);
        }
        return result;
    }

    /** Returns the recorder, for tests that break it. */
    public StageRecorder recorder() {
        return recorder;
    }

    /** Returns the numbers of the frames that were taken, in order. */
    public List<Integer> takenNumbers() {
        return takenNumbers;
    }

    /** Closes the recorder and checks the final counts. */
    public Closing end() {
        Closing closing = Closing.of(recorder);
        StatsIdentities.checkEnded(closing.outcome().stats(), watch.calls());
        return closing;
    }

    /** Also ends the watch and reports its findings. */
    @Override
    public void close() {
        try (watch) {
            Closing.of(recorder);
        }
    }
}
