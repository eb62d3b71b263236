import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import java.nio.file.Path;
import processing.core.PApplet;

/** Draws 30 frames and records them: {@code Sketch FILE}. {@code CheckRecording} describes the pictures. */
public final class Sketch extends PApplet {
    public static void main(String[] args) {
        PApplet.main(Sketch.class, args);
    }

    @Override
    public void settings() {
        size(320, 240, P2D);
    }

    @Override
    public void setup() {
        noStroke();
        new Recording(
                this, StageRecorder.builder(Path.of(args[0])).frameRate(30).timing(Timing.FRAME_BY_FRAME));
    }

    @Override
    public void draw() {
        background(8 * (frameCount - 1));
        fill(255, 0, 0);
        rect(0, 0, width / 2f, height / 2f);
        if (frameCount == 30) {
            exit();
        }
    }
}
