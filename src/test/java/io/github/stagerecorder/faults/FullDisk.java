package io.github.stagerecorder.faults;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.Outcome.Status;
import io.github.stagerecorder.RecorderListener;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.WhenBehind;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A recording of every frame until the disk is full, and how it ended.
 *
 * @param told the kind of failure that the listener was told before the recording was closed
 * @param kind the kind of failure that close() threw
 */
record FullDisk(FailureKind told, FailureKind kind, Status status, long playableUntilNs, long poolBytes) {
    private static final String MARK = "full-disk";
    private static final int MOST_FRAMES = 20_000;

    /** Runs as a separate program. The argument is the file. */
    public static void main(String[] arguments) {
        FullDisk ended = at(Path.of(arguments[0]));
        System.out.println(String.join(
                " ",
                MARK,
                ended.told().name(),
                ended.kind().name(),
                ended.status().name(),
                "" + ended.playableUntilNs(),
                "" + ended.poolBytes()));
    }

    /** Parses the output of the program. */
    static FullDisk parse(String output) {
        String line = output.lines()
                .filter(l -> l.startsWith(MARK))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the program does not tell how it ended:\n" + output));
        String[] words = line.split(" ");
        return new FullDisk(
                FailureKind.valueOf(words[1]),
                FailureKind.valueOf(words[2]),
                Status.valueOf(words[3]),
                Long.parseLong(words[4]),
                Long.parseLong(words[5]));
    }

    /** Records until it fails. */
    static FullDisk at(Path file) {
        CompletableFuture<FailureKind> told = new CompletableFuture<>();
        RecorderListener listener = new RecorderListener() {
            @Override
            public void failed(RecordingException failure) {
                told.complete(failure.kind());
            }
        };
        try (WatchedStage stage = new WatchedStage(StageRecorder.builder(file)
                .timing(Timing.FRAME_BY_FRAME)
                .whenBehind(WhenBehind.WAIT)
                .listener(listener, Runnable::run))) {
            int frames = 0;
            while (frames < MOST_FRAMES && stage.paint() != CaptureResult.FAILED) {
                frames++;
            }
            FailureKind heard = told.orTimeout(5, TimeUnit.SECONDS).join();
            Closing closing = stage.end();
            return new FullDisk(
                    heard,
                    closing.kind(),
                    closing.outcome().status(),
                    closing.outcome().playableUntilNs(),
                    closing.outcome().stats().memory().poolBytes());
        }
    }
}
