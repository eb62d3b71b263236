import java.util.Scanner;
import processing.core.PApplet;

/** A sketch of Processing without a recorder, until its input ends. AgentToolkitsTest runs it. */
public final class SketchShow extends PApplet {
    public static void main(String[] args) {
        SketchShow show = new SketchShow();
        runSketch(new String[] {"SketchShow"}, show);
        new Scanner(System.in).nextLine();
        show.exit();
    }

    @Override
    public void settings() {
        size(320, 240, P2D);
        noSmooth();
    }

    @Override
    public void setup() {
        surface.setLocation(0, 0);
        noStroke();
        fill(255, 0, 0);
    }

    @Override
    public void draw() {
        background(System.currentTimeMillis() / 20 % 251);
        rect(0, 0, 160, 120);
        if (frameCount == 10) {
            System.out.println("shown");
        }
    }
}
