package io.github.stagerecorder.recording;

import io.github.stagerecorder.ReadStrategy;
import io.github.stagerecorder.ResizePolicy;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.demo.Stage;
import io.github.stagerecorder.demo.WindowSurface;
import java.nio.file.Path;

/** Records a window that is destroyed and made anew with another size, with its GL context. A separate program. */
final class ReplacedWindow {
    static final int FRAMES = 10; // in each window

    private ReplacedWindow() {}

    /** @param args the file, the {@link ReadStrategy} and the {@link ResizePolicy} */
    public static void main(String[] args) throws InterruptedException {
        StageRecorder recorder;
        try (WindowSurface window = new WindowSurface(320, 240, "first")) {
            recorder = RecordedStage.everyFrame(Path.of(args[0]))
                    .tuning(t -> t.readStrategy(ReadStrategy.valueOf(args[1])))
                    .onResize(ResizePolicy.valueOf(args[2]))
                    .start();
            paint(window, recorder, 0);
            for (int i = 0; i < 100 && recorder.stats().inFlight() > 2; i++) {
                Thread.sleep(10); // a mapping goes with its context
            }
        }
        try (WindowSurface window = new WindowSurface(640, 480, "second")) {
            paint(window, recorder, FRAMES);
            recorder.close();
        }
        System.out.println(
                recorder.stats().taken() + " taken, " + recorder.stats().lost() + " lost");
    }

    private static void paint(WindowSurface window, StageRecorder recorder, int first) {
        try (Stage stage = new Stage(window.widthPx(), window.heightPx())) {
            for (int frame = first; frame < first + FRAMES; frame++) {
                stage.draw(frame, frame / RecordedStage.FRAMES_PER_SECOND);
                System.out.println(frame + " " + recorder.capture());
                window.present();
            }
        }
    }
}
