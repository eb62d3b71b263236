package io.github.stagerecorder.faults;

import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.recording.FlashingShow;
import java.nio.file.Path;

/** A program that records picture and sound in real time, and is stopped from outside meanwhile. */
public final class StoppedWithSound {
    static final double SECONDS_BEFORE = 4;

    private StoppedWithSound() {}

    /** The argument is the file. */
    public static void main(String[] arguments) {
        try (FlashingShow show =
                new FlashingShow(StageRecorder.builder(Path.of(arguments[0])), Timing.REAL_TIME, 160, 120)) {
            show.play(SECONDS_BEFORE);
            System.out.println(StoppedRecorder.RECORDING);
            show.play(6);
            System.out.println(
                    StoppedRecorder.ENDED + " " + show.recorder().finish().join());
        }
        System.exit(0);
    }
}
