package io.github.stagerecorder;

import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import java.nio.file.Path;

/** A program that records five frames into the file of its argument, and prints whether the module jdk.jfr is there. */
public final class WithoutFlightRecorder {
    private WithoutFlightRecorder() {}

    public static void main(String[] arguments) {
        System.out.println(
                "jdk.jfr: " + ModuleLayer.boot().findModule("jdk.jfr").isPresent());
        try (OffscreenSurface surface = new OffscreenSurface(320, 240);
                Stage stage = new Stage(surface.widthPx(), surface.heightPx())) {
            StageRecorder recorder = StageRecorder.builder(Path.of(arguments[0]))
                    .timing(Timing.FRAME_BY_FRAME)
                    .start();
            for (int i = 0; i < 5; i++) {
                stage.draw(i, i / 30.0);
                recorder.capture();
            }
            recorder.close();
            System.out.println(recorder.stats());
        }
    }
}
