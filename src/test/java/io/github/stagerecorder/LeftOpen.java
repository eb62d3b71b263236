package io.github.stagerecorder;

import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import java.nio.file.Path;

/**
 * A program that records in real time and never closes the recorder. It exits after {@code frames} frames, or paints
 * until it is killed.
 */
public final class LeftOpen {
    private LeftOpen() {}

    /** The arguments are the file, and the number of frames before it exits, or -1 for never. */
    public static void main(String[] arguments) throws InterruptedException {
        int frames = Integer.parseInt(arguments[1]);
        OffscreenSurface surface = new OffscreenSurface(320, 240);
        Stage stage = new Stage(surface.widthPx(), surface.heightPx());
        StageRecorder recorder = StageRecorder.builder(Path.of(arguments[0]))
                .size(320, 240)
                .whenBehind(WhenBehind.WAIT) // so that no frame is dropped on a busy machine
                .start();
        for (int i = 0; i != frames; i++) {
            stage.draw(i, i / 30.0);
            recorder.capture();
            System.out.println("taken " + recorder.stats().taken());
            Thread.sleep(40); // slower than the file's 30 fps, so that no frame is skipped
        }
        System.exit(0);
    }
}
