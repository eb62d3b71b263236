package io.github.stagerecorder.demo;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.StageRecorder;
import java.io.PrintStream;

/** The render loop. It paints, captures and presents until the stage's time is over or its window is closed. */
final class Performance {
    private final DemoOptions options;
    private final GlSurface surface;
    private final Stage stage;
    private final StageRecorder recorder;
    private final BounceSound sound; // null if there is none
    private final CaptureTimes captureTimes;
    private final ProgressLine progress;
    private int widthPx;
    private int heightPx;

    Performance(DemoOptions options, GlSurface surface, Stage stage, StageRecorder recorder, PrintStream out) {
        this.options = options;
        this.surface = surface;
        this.stage = stage;
        this.recorder = recorder;
        sound = options.sound() ? new BounceSound(recorder.audio()) : null;
        captureTimes = new CaptureTimes(options.frames());
        progress = new ProgressLine(out);
        widthPx = surface.widthPx();
        heightPx = surface.heightPx();
    }

    /** Also stops at the first failure. Closing the recorder then throws the cause. */
    CaptureTimes play() {
        boolean realTime = options.clock() == DemoOptions.Clock.REALTIME;
        FramePace pace = new FramePace(options.fps().numerator(), options.fps().denominator(), realTime);
        int frame = 0;
        while (frame < options.frames() && paint(frame, pace.await(frame))) {
            frame++;
            progress.show(frame, recorder);
        }
        progress.erase();
        return captureTimes;
    }

    /** Returns true if another frame follows. */
    private boolean paint(int frame, double timeSeconds) {
        if (timeSeconds >= options.seconds()) {
            return false;
        }
        followSize();
        stage.draw(frame, timeSeconds);
        CaptureResult result = capture();
        play(timeSeconds);
        return result != CaptureResult.FAILED && surface.present();
    }

    private void play(double timeSeconds) {
        if (sound != null && options.clock() == DemoOptions.Clock.REALTIME) {
            sound.playUntil(timeSeconds);
        } else if (sound != null) {
            sound.playDue();
        }
    }

    private void followSize() {
        if (surface.widthPx() != widthPx || surface.heightPx() != heightPx) {
            widthPx = surface.widthPx();
            heightPx = surface.heightPx();
            stage.resize(widthPx, heightPx);
            recorder.resize(widthPx, heightPx);
        }
    }

    private CaptureResult capture() {
        long beforeNs = System.nanoTime();
        CaptureResult result = recorder.capture();
        captureTimes.add(System.nanoTime() - beforeNs);
        return result;
    }
}
