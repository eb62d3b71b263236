package io.github.stagerecorder;

import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The base of the recorder's tests: a small stage in its own GL context, and a temporary folder. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
abstract class OnStage {
    static final int WIDTH_PX = 320;
    static final int HEIGHT_PX = 240;

    @TempDir
    Path folder;

    OffscreenSurface surface;
    Stage stage;

    @BeforeEach
    void openStage() {
        surface = new OffscreenSurface(WIDTH_PX, HEIGHT_PX);
        stage = new Stage(WIDTH_PX, HEIGHT_PX);
    }

    @AfterEach
    void closeStage() {
        stage.close();
        surface.close();
    }

    /** Records frame by frame at the stage's size into a file in the folder. */
    RecorderBuilder recorderTo(String fileName) {
        return StageRecorder.builder(folder.resolve(fileName))
                .size(WIDTH_PX, HEIGHT_PX)
                .timing(Timing.FRAME_BY_FRAME);
    }

    /** Records frame by frame into a pipeline that has its own sink. */
    RecorderBuilder recorderWith(String description) {
        return StageRecorder.builder()
                .size(WIDTH_PX, HEIGHT_PX)
                .timing(Timing.FRAME_BY_FRAME)
                .pipeline(description);
    }

    CaptureResult drawAndCapture(StageRecorder recorder, int frameNumber) {
        stage.draw(frameNumber, frameNumber / 30.0);
        return recorder.capture();
    }

    void record(StageRecorder recorder, int frames) {
        for (int i = 0; i < frames; i++) {
            drawAndCapture(recorder, i);
        }
    }
}
