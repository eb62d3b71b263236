package io.github.stagerecorder;

import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Records while the GPU finishes no read, in a process of its own, and prints what became of it. */
final class HeldReads {
    private static final long FREE_NS = 1_000_000_000L; // after which slots are free again

    private final HeldDriver driver = new HeldDriver();
    private final Path folder;
    private final OffscreenSurface surface;
    private final Stage stage;
    private final List<Outcome> ended = new ArrayList<>();
    private int painted;
    private volatile boolean started;

    private HeldReads(Path folder, OffscreenSurface surface, Stage stage) {
        this.folder = folder;
        this.surface = surface;
        this.stage = stage;
    }

    /** What happens while the GPU is late. */
    enum Case {
        /** A switch is stopped, and the GPU goes on some frames later. */
        STOP,
        /** A switch is stopped, and the GPU hangs. */
        STOP_FOR_GOOD,
        /** A switch is stopped, and then the whole process stands still for longer than the last reads have. */
        STOP_AND_STAND_STILL,
        RESIZE,
        /** A resize that begins another file. */
        RESIZE_TO_NEW_FILE,
        /** A recorder is closed while the GPU hangs. */
        CLOSE
    }

    /** @param args the folder, the case */
    public static void main(String[] args) {
        try (OffscreenSurface surface = new OffscreenSurface(320, 240);
                Stage stage = new Stage(surface.widthPx(), surface.heightPx())) {
            HeldReads run = new HeldReads(Path.of(args[0]), surface, stage);
            switch (Case.valueOf(args[1])) {
                case STOP -> run.stop(false, () -> {});
                case STOP_FOR_GOOD -> run.stop(true, () -> {});
                case STOP_AND_STAND_STILL -> run.stop(false, HeldReads::standStill);
                case RESIZE -> run.resize(ResizePolicy.SCALE);
                case RESIZE_TO_NEW_FILE -> run.resize(ResizePolicy.NEW_FILE);
                case CLOSE -> run.close();
            }
        }
    }

    private void draw() {
        stage.draw(painted, painted / 30.0);
        painted++;
    }

    private void paint(RecordingSwitch recording, int frames) {
        for (int i = 0; i < frames; i++) {
            draw();
            recording.frame();
            LockSupport.parkNanos(5_000_000);
        }
    }

    private RecorderListener listener() {
        return new RecorderListener() {
            @Override
            public void started(StartedFile file) {
                started = true;
            }

            @Override
            public void ended(Outcome outcome) {
                synchronized (ended) {
                    ended.add(outcome);
                }
            }
        };
    }

    private boolean hasEnded() {
        synchronized (ended) {
            return !ended.isEmpty();
        }
    }

    private static void standStill() {
        long pid = ProcessHandle.current().pid();
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", "kill -STOP " + pid + "; sleep 1.5; kill -CONT " + pid);
        shell.environment().remove("LD_PRELOAD");
        try {
            shell.start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void stop(boolean forGood, Runnable meanwhile) {
        try (RecordingSwitch recording = RecordingSwitch.into(folder)
                .format("mkv")
                .options(o -> o.timing(Timing.FRAME_BY_FRAME)
                        .whenBehind(WhenBehind.DROP)
                        .tuning(t -> t.readStrategy(ReadStrategy.MAPPED))
                        .listener(listener(), Runnable::run))
                .create()) {
            recording.start();
            while (!started) {
                paint(recording, 1);
            }
            paint(recording, 5);
            LockSupport.parkNanos(FREE_NS);
            driver.holdReads(true);
            paint(recording, 1);
            int last = painted - 1;
            recording.stop();
            meanwhile.run();
            paint(recording, 10);
            driver.holdReads(forGood);
            while (!hasEnded()) {
                paint(recording, 1);
            }
            System.out.println("last " + last);
            tell(ended.get(0).stats());
        }
    }

    private RecorderBuilder recorder(ResizePolicy policy) {
        return StageRecorder.builder(folder.resolve("stage.mkv"))
                .size(320, 240)
                .timing(Timing.FRAME_BY_FRAME)
                .whenBehind(WhenBehind.DROP)
                .onResize(policy)
                .closeTimeout(Duration.ofMillis(300))
                .tuning(t -> t.readStrategy(ReadStrategy.MAPPED));
    }

    private void resize(ResizePolicy policy) {
        StageRecorder recorder = recorder(policy).start();
        draw();
        recorder.capture();
        driver.holdReads(true);
        draw();
        recorder.capture();
        surface.resize(160, 120);
        stage.resize(160, 120);
        recorder.resize(160, 120);
        draw();
        recorder.capture();
        System.out.println("waits " + driver.waits());
        driver.holdReads(false);
        draw();
        System.out.println("then " + recorder.capture());
        recorder.close();
        tell(recorder.stats());
    }

    private void close() {
        StageRecorder recorder = recorder(ResizePolicy.SCALE).start();
        draw();
        recorder.capture();
        driver.holdReads(true);
        draw();
        recorder.capture();
        recorder.close();
        tell(recorder.stats());
    }

    private void tell(Stats stats) {
        System.out.println("waits " + driver.waits());
        System.out.println("at close " + stats.losses().atClose() + " of " + stats.lost() + " lost");
        System.out.println("taken " + stats.taken() + " delivered " + stats.delivered());
    }
}
