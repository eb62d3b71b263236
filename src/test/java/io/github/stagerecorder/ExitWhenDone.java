package io.github.stagerecorder;

import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Logger;

/** Exits when a future is done, as "take a picture and quit" does, or when a listener or the log is told the end. A program of its own. */
final class ExitWhenDone {
    private static final Duration FOR_EVER = Duration.ofDays(1);
    private static final Logger LOGGER = Logger.getLogger("io.github.stagerecorder"); // or its filter may be collected

    private final Path folder;
    private final OffscreenSurface surface = new OffscreenSurface(160, 120);
    private final Stage stage = new Stage(surface.widthPx(), surface.heightPx());
    private int painted;

    private ExitWhenDone(Path folder) {
        this.folder = folder;
    }

    /** @param args a folder, {@code recorder}, {@code switch} or {@code prepare}, and the method of the future or who is told */
    public static void main(String[] args) {
        ExitWhenDone program = new ExitWhenDone(Path.of(args[0]));
        switch (args[1]) {
            case "recorder" -> program.record(args[2]);
            case "switch" -> program.recordByASwitch(args[2]);
            default -> program.paintFor(exits(program.builder().size(160, 120).prepare()), () -> {});
        }
    }

    private RecorderBuilder builder() {
        return StageRecorder.builder(folder.resolve("stage.mkv")).closeTimeout(FOR_EVER);
    }

    private void record(String method) {
        StageRecorder recorder = builder()
                .timing(Timing.FRAME_BY_FRAME)
                .replay(Duration.ofSeconds(2))
                .listener(listener(method), Runnable::run)
                .start();
        for (int i = 0; i < 60; i++) {
            paint();
            recorder.capture();
        }
        paintFor(
                exits(
                        switch (method) {
                            case "snapshot" -> recorder.snapshot(folder.resolve("shot.png"));
                            case "saveReplay" -> recorder.saveReplay(folder.resolve("replay.mkv"));
                            case "finish" -> recorder.finish();
                            default -> endless(recorder.finish());
                        }),
                recorder::capture);
    }

    /** The process ends by what is told, and not by the future. */
    private static CompletableFuture<?> endless(CompletableFuture<?> future) {
        return future.thenCompose(result -> new CompletableFuture<>());
    }

    private static RecorderListener listener(String method) {
        if (method.equals("log")) {
            LOGGER.setFilter(line -> {
                if (line.getMessage().startsWith("recorded ")) {
                    System.exit(0);
                }
                return true;
            });
        }
        return new RecorderListener() {
            @Override
            public void ended(Outcome outcome) {
                if (method.equals("listener")) {
                    System.exit(0);
                }
            }
        };
    }

    private void recordByASwitch(String method) {
        RecordingSwitch recording = RecordingSwitch.into(folder)
                .format("mkv")
                .replay(Duration.ofSeconds(2))
                .options(o -> o.closeTimeout(FOR_EVER))
                .create();
        recording.start();
        for (int frames = 0; frames < 60; frames += recording.missedFrames() < painted ? 1 : 0) {
            paint();
            recording.frame();
        }
        paintFor(exits(method.equals("snapshot") ? recording.snapshot() : recording.saveReplay()), recording::frame);
    }

    private void paint() {
        stage.draw(painted, painted / 30.0);
        painted++;
    }

    private static CompletableFuture<?> exits(CompletableFuture<?> future) {
        return future.whenComplete((result, failure) -> {
            System.out.println("exits with " + result + " and " + failure);
            System.exit(failure == null ? 0 : 1);
        });
    }

    private void paintFor(CompletableFuture<?> future, Runnable frame) {
        while (!future.isDone()) { // which ends with the process
            paint();
            frame.run();
        }
    }
}
