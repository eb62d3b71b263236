package io.github.stagerecorder.faults;

import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.recording.RecordedStage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A program that ends at once, without any end of its own, while it saves a replay. */
final class KilledWhileSaving {
    private KilledWhileSaving() {}

    /** The argument is the file of the replay. The encoder keeps frames, so the save waits for a second. */
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        RecordedStage stage = new RecordedStage(
                320,
                240,
                StageRecorder.builder(file.resolveSibling("stage.mkv"))
                        .timing(Timing.FRAME_BY_FRAME)
                        .pipeline("x264enc rc-lookahead=40 ! matroskamux")
                        .replay(Duration.ofSeconds(2)));
        StageRecorder recorder = stage.recorder();
        for (int i = 0; i < 90; i++) {
            stage.draw();
            recorder.capture();
        }
        while (recorder.stats().replayBytes() == 0) {
            LockSupport.parkNanos(1_000_000);
        }
        recorder.saveReplay(file);
        while (!hasDraft(file.getParent())) {
            LockSupport.parkNanos(1_000_000);
        }
        Runtime.getRuntime().halt(0);
    }

    /** The folder in which the name is tried has none, and goes at once. */
    private static boolean hasDraft(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(path ->
                    path.getFileName().toString().startsWith(".stagerecorder-") && Files.exists(path.resolve("draft")));
        }
    }
}
