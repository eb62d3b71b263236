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

/** A stage that nobody sees, and the recorder that captures it. Frame n of it is always the same picture. */
public final class RecordedStage implements AutoCloseable {
    /** How fast the stage's own time passes, whatever the file's rate is. */
    static final double FRAMES_PER_SECOND = 30;

    private final OffscreenSurface surface;
    private final Stage stage;
    private final StageRecorder recorder;
    private int painted;

    /** Starts recording a stage of this size, all of it, as {@code options} say. */
    public RecordedStage(int widthPx, int heightPx, RecorderBuilder options) {
        this(new OffscreenSurface(widthPx, heightPx), options.size(widthPx, heightPx));
    }

    /** Starts recording what part of the surface {@code options} say. */
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

    /** Every frame, in order, as fast as they can be encoded. */
    static RecorderBuilder everyFrame(Path file) {
        return StageRecorder.builder(file).timing(Timing.FRAME_BY_FRAME).whenBehind(WhenBehind.WAIT);
    }

    /** Records the first frames of a stage, every one of them, and closes the file. */
    static Stats record(int widthPx, int heightPx, int frames, RecorderBuilder options) {
        try (RecordedStage stage = new RecordedStage(widthPx, heightPx, options)) {
            stage.record(frames);
            return stage.end();
        }
    }

    /** Draws the next frame and leaves it uncaptured. */
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

    /** Draws the next frames and captures each. */
    public void record(int frames) {
        for (int i = 0; i < frames; i++) {
            assertEquals(CaptureResult.TAKEN, paint());
        }
    }

    /** The surface, the stage on it and the recorder's source have another size from here on. */
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
