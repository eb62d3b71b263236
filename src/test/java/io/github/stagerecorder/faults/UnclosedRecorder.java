package io.github.stagerecorder.faults;

import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import java.nio.file.Path;
import java.time.Duration;

/** A program that records and never closes the recorder, and ends in one of several ways. */
public final class UnclosedRecorder {
    static final String TAKEN = "taken";
    static final int FRAMES = 40;

    /** How the program ends. */
    enum End {
        /** It calls System.exit on the render thread. */
        EXIT,
        /** It calls System.exit while the pipeline is stuck. */
        EXIT_STUCK,
        /** main() returns. */
        RETURN,
        /** main() throws. */
        THROW,
        /** It waits for SIGTERM. */
        TERMINATED
    }

    private UnclosedRecorder() {}

    /** The arguments are the way to end, and the file. */
    public static void main(String[] arguments) throws InterruptedException {
        End end = End.valueOf(arguments[0]);
        WatchedStage stage = new WatchedStage(options(end, Path.of(arguments[1])));
        stage.paint(FRAMES);
        System.out.println(TAKEN + " " + stage.takenNumbers().size());
        switch (end) {
            case EXIT -> System.exit(0);
            case EXIT_STUCK -> exitStuck(stage);
            case RETURN -> {}
            case THROW -> throw new IllegalStateException("in the render loop");
            case TERMINATED -> Thread.sleep(Long.MAX_VALUE);
        }
    }

    private static RecorderBuilder options(End end, Path file) {
        RecorderBuilder options = StageRecorder.builder(file).timing(Timing.FRAME_BY_FRAME);
        return end == End.EXIT_STUCK
                ? options.closeTimeout(Duration.ofMillis(300))
                        .pipeline(Fault.STUCK.element(FRAMES) + " ! x264enc tune=zerolatency ! matroskamux")
                : options;
    }

    private static void exitStuck(WatchedStage stage) throws InterruptedException {
        while (stage.recorder().stats().inFlight() > 0) {
            Thread.sleep(1); // so that no capture has to wait for a slot
        }
        Fault.STUCK.strike(stage.recorder());
        stage.paint();
        stage.paint();
        System.exit(0);
    }
}
