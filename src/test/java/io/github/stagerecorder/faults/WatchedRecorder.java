package io.github.stagerecorder.faults;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.StatsIdentities;
import java.util.ArrayList;
import java.util.List;

/** A recorder whose statistics are watched, and of which is known what it took. */
public final class WatchedRecorder implements AutoCloseable {
    /** Ample for the small stages of tests. */
    static final long BUDGET_BYTES = 16L << 20;

    private final StageRecorder recorder;
    private final StatsWatch watch;
    private final List<Integer> takenNumbers = new ArrayList<>();

    /** Starts recording what is on the current context's framebuffer. */
    public WatchedRecorder(RecorderBuilder options) {
        this(options.memoryBudget(BUDGET_BYTES).start());
    }

    WatchedRecorder(StageRecorder recorder) {
        this.recorder = recorder;
        watch = new StatsWatch(recorder, BUDGET_BYTES);
    }

    /** Captures frame {@code number}, which has been drawn. Render thread. */
    public CaptureResult capture(int number) {
        CaptureResult result = watch.capture();
        if (result == CaptureResult.TAKEN) {
            takenNumbers.add(number);
        }
        return result;
    }

    /** The one to break. */
    public StageRecorder recorder() {
        return recorder;
    }

    /** The numbers of the frames that were taken, in order. */
    public List<Integer> takenNumbers() {
        return takenNumbers;
    }

    /** Closes, and checks the final count. */
    public Closing end() {
        Closing closing = Closing.of(recorder);
        StatsIdentities.checkEnded(closing.outcome().stats(), watch.calls());
        return closing;
    }

    /** Ends the watch too, and tells what it has seen. */
    @Override
    public void close() {
        try (watch) {
            Closing.of(recorder);
        }
    }
}
