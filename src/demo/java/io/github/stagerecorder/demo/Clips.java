package io.github.stagerecorder.demo;

import static org.lwjgl.glfw.GLFW.GLFW_KEY_F10;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_F11;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_F9;

import io.github.stagerecorder.Outcome;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.RecorderListener;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.RecordingSwitch;
import io.github.stagerecorder.SampleFormat;
import io.github.stagerecorder.StartedFile;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Paints in a window until that is closed, and records by keys: F9 starts and stops, F10 takes a snapshot, and F11
 * saves the last half a minute of the recording.
 */
final class Clips implements RecorderListener {
    private static final Duration REPLAY = Duration.ofSeconds(30);

    private final DemoOptions options;
    private final PrintStream out;

    Clips(DemoOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Closes the switch before the window, while its context is current. */
    void play(Path folder) {
        try (WindowSurface window = new WindowSurface(options.widthPx(), options.heightPx(), "StageRecorder");
                Stage stage = new Stage(window.widthPx(), window.heightPx());
                RecordingSwitch recording = RecordingSwitch.into(folder)
                        .replay(REPLAY)
                        .options(this::choose)
                        .create()) {
            window.onKey(GLFW_KEY_F9, recording::toggle);
            window.onKey(GLFW_KEY_F10, () -> recording.snapshot().thenAccept(file -> out.println("snapshot " + file)));
            window.onKey(
                    GLFW_KEY_F11, () -> recording.saveReplay().thenAccept(saved -> out.println("replay " + saved)));
            out.println("F9 starts and stops a recording, F10 takes a snapshot, F11 saves the last "
                    + REPLAY.toSeconds() + " s, into " + folder);
            paint(window, stage, recording);
        }
    }

    private void choose(RecorderBuilder builder) {
        builder.frameRate(options.fps().numerator(), options.fps().denominator())
                .encodeOn(options.encodeOn())
                .listener(this, Runnable::run);
        if (options.sound()) {
            builder.audio(BounceSound.RATE_HZ, BounceSound.CHANNELS, SampleFormat.S16);
        }
        options.whenBehind().ifPresent(builder::whenBehind);
    }

    private void paint(WindowSurface window, Stage stage, RecordingSwitch recording) {
        FramePace pace = new FramePace(options.fps().numerator(), options.fps().denominator(), true);
        BounceSound sound = options.sound() ? new BounceSound(recording.audio()) : null;
        for (int frame = 0; frame < options.frames(); frame++) {
            double timeSeconds = pace.await(frame);
            stage.resize(window.widthPx(), window.heightPx());
            stage.draw(frame, timeSeconds);
            recording.frame();
            if (sound != null) {
                sound.playUntil(timeSeconds);
            }
            if (!window.present() || timeSeconds >= options.seconds()) {
                return;
            }
        }
    }

    @Override
    public void started(StartedFile file) {
        out.println("recording " + file);
    }

    @Override
    public void failed(RecordingException failure) {
        out.println(failure.getMessage());
    }

    @Override
    public void ended(Outcome outcome) {
        outcome.files().forEach(file -> out.println("recorded " + file));
    }
}
