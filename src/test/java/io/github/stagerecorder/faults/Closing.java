package io.github.stagerecorder.faults;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.Outcome;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.StageRecorder;

/**
 * The result of close().
 *
 * @param kind the kind of the failure that it threw, or null
 * @param tookNs the time it took
 */
public record Closing(Outcome outcome, FailureKind kind, long tookNs) {

    /** Closes the recorder. Any thread may call it. */
    public static Closing of(StageRecorder recorder) {
        long startNs = System.nanoTime();
        FailureKind kind = null;
        try {
            recorder.close();
        } catch (RecordingException e) {
            kind = e.kind();
        }
        long tookNs = System.nanoTime() - startNs;
        return new Closing(recorder.finish().toCompletableFuture().join(), kind, tookNs);
    }
}
