package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Stats;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.WhenBehind;
import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import java.nio.file.Path;

/** An offscreen stage, and the recorder that captures it. Frame n always shows the same picture. */
public final class RecordedStage implements AutoCloseable {
    /** The speed of the stage's own time, whatever the file's frame rate. */
    static final double FRAMES_PER_SECOND = 30;

    private final OffscreenSurface surface;
    private final Stage stage;
    private final StageRecorder recorder;
    private int painted;

    /** Starts recording the whole of a stage of this size, with {@code options}. */
    public RecordedStage(int widthPx, int heightPx, RecorderBuilder options) {
        this(new OffscreenSurface(widthPx, heightPx), options.size(widthPx, heightPx));
    }

    /** Starts recording the part of the surface that {@code options} select. */
    RecordedStage(OffscreenSurface surface, RecorderBuilder options) {
        this.surface = surface;
        try {
            stage = new Stage(surface.widthPx(), surface.heightPx());
            recorder = options.start();
        } catch (RuntimeException e) {
            surface.close();
            throw e;
        }
    }

    /** Returns options that record every frame, in order, as fast as possible. */
    static RecorderBuilder everyFrame(Path file) {
        return StageRecorder.builder(file).timing(Timing.FRAME_BY_FRAME).whenBehind(WhenBehind.WAIT);
    }

    /** Records every one of the first frames of a stage and closes the file. */
    static Stats record(int widthPx, int heightPx, int frames, RecorderBuilder options) {
        try (RecordedStage stage = new RecordedStage(widthPx, heightPx, options)) {
            stage.record(frames);
            return stage.end();
        }
    }

    /** Draws the next frame without capturing it. */
    public void draw() {
        stage.draw(painted, painted / FRAMES_PER_SECOND);
        painted++;
    }

    /** Draws the next frame and captures it. */
    public CaptureResult paint() {
        draw();
        return recorder.capture();
    }

    /** Draws the next frame and captures it at the caller's time. */
    CaptureResult paintAt(long timeNs) {
        draw();
        return recorder.capture(timeNs);
    }

    /** Draws the next frames and captures each of them. */
    public void record(int frames) {
        for (int i = 0; i < frames; i++) {
            assertEquals(CaptureResult.TAKEN, paint());
        }
    }

    /** Changes the size of the surface, of the stage on it and of the recorder's source. */
    void resize(int widthPx, int heightPx) {
        surface.resize(widthPx, heightPx);
        stage.resize(widthPx, heightPx);
        recorder.resize(widthPx, heightPx);
    }

    public StageRecorder recorder() {
        return recorder;
    }

    /** Completes the file. */
    public Stats end() {
        recorder.close();
        return recorder.stats();
    }

    @Override
    public void close() {
        try (surface;
                stage) {
            recorder.close();
        }
    }
}
