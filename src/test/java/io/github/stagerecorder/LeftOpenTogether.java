package io.github.stagerecorder;

import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A program that exits while a switch is on and several recorders are open. */
final class LeftOpenTogether {
    static final List<String> FILES = List.of("stage.mkv", "stage.mp4", "stage.ogg");
    static final int SWITCHED = 12; // frames after the start of the switch's file was told

    private LeftOpenTogether() {}

    /** @param args the folder */
    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        OffscreenSurface surface = new OffscreenSurface(320, 240);
        Stage stage = new Stage(surface.widthPx(), surface.heightPx());
        List<StageRecorder> recorders = FILES.stream()
                .map(name -> StageRecorder.builder(folder.resolve(name))
                        .timing(Timing.FRAME_BY_FRAME)
                        .start())
                .toList();
        AtomicBoolean started = new AtomicBoolean();
        RecordingSwitch recording = RecordingSwitch.into(folder)
                .format("mkv")
                .options(o -> o.timing(Timing.FRAME_BY_FRAME).listener(telling(started), Runnable::run))
                .create();
        recording.start();
        int painted = 0;
        for (int switched = 0; switched < SWITCHED; switched += started.get() ? 1 : 0) {
            stage.draw(painted, painted / 30.0);
            recorders.forEach(StageRecorder::capture);
            recording.frame();
            painted++;
        }
        System.out.println("frames " + painted);
        System.exit(0);
    }

    private static RecorderListener telling(AtomicBoolean started) {
        return new RecorderListener() {
            @Override
            public void started(StartedFile file) {
                started.set(true);
            }
        };
    }
}
