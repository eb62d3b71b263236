package io.github.stagerecorder.faults;

import io.github.stagerecorder.EncodeOn;
import io.github.stagerecorder.Outcome;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Stats;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.WhenBehind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A program that records with short timeouts through a slow encoder, and is stopped from outside meanwhile. */
public final class StoppedRecorder {
    static final String RECORDING = "recording";
    static final String CLOSING = "closing";
    static final String ENDED = "ended";
    static final int FRAMES_PER_SECOND = 25;

    /** Longer than the encoder takes for one frame. */
    static final Duration TIMEOUT = Duration.ofMillis(400);

    private static final String SLOW_ENCODER =
            "identity sleep-time=60000 ! x264enc tune=zerolatency speed-preset=ultrafast ! matroskamux";

    private StoppedRecorder() {}

    /** Arguments: the file, the timing, the policy, the thread that encodes, and for how many seconds to paint. */
    public static void main(String[] arguments) {
        Timing timing = Timing.valueOf(arguments[1]);
        RecorderBuilder options = StageRecorder.builder(Path.of(arguments[0]))
                .frameRate(FRAMES_PER_SECOND)
                .timing(timing)
                .whenBehind(WhenBehind.valueOf(arguments[2]))
                .encodeOn(EncodeOn.valueOf(arguments[3]))
                .stallTimeout(TIMEOUT)
                .closeTimeout(TIMEOUT);
        if (arguments.length > 5) {
            options.pipeline(SLOW_ENCODER);
        }
        long paintNs = (long) (Double.parseDouble(arguments[4]) * 1e9);
        try (WatchedStage stage = new WatchedStage(options)) {
            paint(stage, timing, paintNs);
            System.out.println(CLOSING);
            System.out.println(ENDED + " " + ended(stage.recorder()));
        }
        System.exit(0);
    }

    /** Paints at the file's rate for this time, in which a stop from outside counts as one interval at most. */
    private static void paint(WatchedStage stage, Timing timing, long paintNs) {
        long intervalNs = 1_000_000_000L / FRAMES_PER_SECOND;
        long paintedNs = 0;
        while (paintedNs < paintNs) {
            long fromNs = System.nanoTime();
            stage.paint();
            if (paintedNs == 0) {
                System.out.println(RECORDING);
            }
            if (timing == Timing.REAL_TIME) {
                sleepUntil(fromNs + intervalNs);
            }
            paintedNs += Math.min(System.nanoTime() - fromNs, 5 * intervalNs);
        }
    }

    private static void sleepUntil(long timeNs) {
        for (long leftNs = timeNs - System.nanoTime(); leftNs > 0; leftNs = timeNs - System.nanoTime()) {
            LockSupport.parkNanos(leftNs);
        }
    }

    private static String ended(StageRecorder recorder) {
        Outcome outcome = recorder.finish().join();
        Stats stats = outcome.stats();
        return outcome.status() + " " + stats.delivered() + " " + stats.taken() + " "
                + (stats.taken() + stats.repeated()) + " " + stats.suspensions() + " " + stats.suspendedNs() + " "
                + outcome;
    }
}
