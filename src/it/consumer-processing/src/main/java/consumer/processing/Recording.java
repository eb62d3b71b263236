package consumer.processing;

import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import java.nio.file.Path;
import processing.core.PApplet;

/** Records every frame of a sketch, as a library of Processing does. */
public final class Recording {
    private final StageRecorder recorder;

    public Recording(PApplet sketch, Path output) {
        recorder = StageRecorder.builder(output)
                .frameRate(30)
                .timing(Timing.FRAME_BY_FRAME)
                .start();
        sketch.registerMethod("post", this);
        sketch.registerMethod("dispose", this);
    }

    /** Called after each {@code draw()}. */
    public void post() {
        recorder.capture();
    }

    /** Called when the sketch ends. */
    public void dispose() {
        recorder.close();
        System.out.println(recorder.stats());
    }
}
