import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.StageRecorder;
import processing.core.PApplet;

/** Records every frame of a sketch that uses P2D or P3D, as a library of Processing does. */
public final class Recording {
    private final StageRecorder recorder;

    public Recording(PApplet sketch, RecorderBuilder options) {
        recorder = options.start();
        sketch.registerMethod("post", this);
        sketch.registerMethod("dispose", this);
    }

    /** Processing calls this after each {@code draw()}, when all shapes are painted. */
    public void post() {
        recorder.capture();
    }

    /** Processing calls this when the sketch ends. */
    public void dispose() {
        recorder.close(); // the file is complete here
    }
}
