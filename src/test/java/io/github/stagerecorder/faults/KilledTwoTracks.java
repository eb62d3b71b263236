package io.github.stagerecorder.faults;

import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import java.nio.file.Path;

/** A program that records in real time by a description of its own until it is killed. */
public final class KilledTwoTracks {
    static final String TAKEN = "taken";

    private KilledTwoTracks() {}

    /** The arguments are the file and the description. */
    public static void main(String[] arguments) throws InterruptedException {
        OffscreenSurface surface = new OffscreenSurface(320, 180);
        Stage stage = new Stage(surface.widthPx(), surface.heightPx());
        StageRecorder recorder = StageRecorder.builder(Path.of(arguments[0]))
                .pipeline(arguments[1])
                .size(surface.widthPx(), surface.heightPx())
                .start();
        for (int number = 0; ; number++) {
            stage.draw(number, number / 30.0);
            recorder.capture();
            System.out.println(TAKEN + " " + number);
            Thread.sleep(number % 7 == 0 ? 60 : 30); // uneven times
        }
    }
}
