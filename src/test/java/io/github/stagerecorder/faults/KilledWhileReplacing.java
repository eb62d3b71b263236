package io.github.stagerecorder.faults;

import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import java.nio.file.Path;

/** A program that replaces a file, tells when frames are on their way, and waits until it is killed. */
final class KilledWhileReplacing {
    static final String BEGUN = "begun";

    private KilledWhileReplacing() {}

    /** The arguments are the file and the number of frames. */
    public static void main(String[] arguments) throws InterruptedException {
        int frames = Integer.parseInt(arguments[1]);
        WatchedStage stage = new WatchedStage(StageRecorder.builder(Path.of(arguments[0]))
                .timing(Timing.FRAME_BY_FRAME)
                .overwrite(true));
        stage.paint(frames);
        Thread.sleep(500); // the encoder keeps frames for itself, so there is no moment to wait for
        System.out.println(BEGUN);
        Thread.sleep(Long.MAX_VALUE);
    }
}
