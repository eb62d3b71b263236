package io.github.stagerecorder.packaging;

import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import java.nio.file.Path;

/** A whole program: it draws some frames, records them into the file that its argument names, and ends. */
public final class RecordOnce {
    static final int FRAMES = 10;
    static final int WIDTH_PX = 320;
    static final int HEIGHT_PX = 240;

    private RecordOnce() {}

    public static void main(String[] arguments) {
        try (OffscreenSurface surface = new OffscreenSurface(WIDTH_PX, HEIGHT_PX);
                Stage stage = new Stage(surface.widthPx(), surface.heightPx())) {
            StageRecorder recorder = StageRecorder.builder(Path.of(arguments[0]))
                    .timing(Timing.FRAME_BY_FRAME)
                    .start();
            try (recorder) {
                for (int i = 0; i < FRAMES; i++) {
                    stage.draw(i, i / 30.0);
                    recorder.capture();
                }
            }
            System.out.println(StageRecorder.class.getModule() + " " + recorder.stats());
        }
    }
}
