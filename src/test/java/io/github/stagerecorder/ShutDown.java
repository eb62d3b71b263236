package io.github.stagerecorder;

import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import java.nio.file.Path;
import org.freedesktop.gstreamer.Gst;

/** Shuts GStreamer down, which only the recorder has initialised, and goes on. A program of its own. */
final class ShutDown {
    static final int FRAMES = 10; // before it, and after it

    private final StageRecorder recorder;
    private final Stage stage;
    private int painted;

    private ShutDown(StageRecorder recorder, Stage stage) {
        this.recorder = recorder;
        this.stage = stage;
    }

    /** @param args the file, the {@link EncodeOn}, and {@code recording}, {@code finishing} or {@code closed} */
    public static void main(String[] args) {
        try (OffscreenSurface surface = new OffscreenSurface(320, 240);
                Stage stage = new Stage(surface.widthPx(), surface.heightPx());
                StageRecorder recorder = StageRecorder.builder(Path.of(args[0]))
                        .timing(Timing.FRAME_BY_FRAME)
                        .encodeOn(EncodeOn.valueOf(args[1]))
                        .start()) {
            new ShutDown(recorder, stage).run(args[2]);
        }
        System.exit(0);
    }

    private void run(String when) {
        paint();
        if (when.equals("finishing")) {
            recorder.finish();
        } else if (when.equals("closed")) {
            recorder.close();
        }
        Gst.deinit();
        paint();
        recorder.close();
        System.out.println("delivered " + recorder.stats().delivered());
        System.out.println("available " + StageRecorder.isAvailable());
    }

    private void paint() {
        for (int i = 0; i < FRAMES; i++) {
            stage.draw(painted, painted / 30.0);
            painted++;
            recorder.capture();
        }
    }
}
