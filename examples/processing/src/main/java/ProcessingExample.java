import io.github.stagerecorder.StageRecorder;
import java.nio.file.Path;
import processing.core.PApplet;

/** A sketch of Processing 4, recorded until its window is closed: {@code mvn -q compile exec:exec}. */
public final class ProcessingExample extends PApplet {
    public static void main(String[] args) {
        PApplet.main(ProcessingExample.class);
    }

    @Override
    public void settings() {
        size(640, 360, P2D);
    }

    @Override
    public void setup() {
        noStroke();
        new Recording(this, StageRecorder.builder(Path.of("processing.mp4")).overwrite(true));
    }

    @Override
    public void draw() {
        float x = width / 2f + width / 4f * sin(millis() / 1000f);
        background(26, 26, 51);
        beginShape(TRIANGLES);
        fill(255, 0, 0);
        vertex(x - 128, 306);
        fill(0, 255, 0);
        vertex(x + 128, 306);
        fill(0, 0, 255);
        vertex(x, 54);
        endShape();
    }
}
