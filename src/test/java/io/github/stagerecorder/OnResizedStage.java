package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.stagerecorder.media.DecodedVideo;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The base of tests of a recorder that writes a new file for each size of the stage. */
abstract class OnResizedStage extends OnStage {
    private int painted;

    RecorderBuilder eachSizeTo(String name) {
        return recorderTo(name).onResize(ResizePolicy.NEW_FILE);
    }

    void resize(StageRecorder recorder, int widthPx, int heightPx) {
        surface.resize(widthPx, heightPx);
        stage.resize(widthPx, heightPx);
        recorder.resize(widthPx, heightPx);
    }

    /** Takes frames. Their numbers continue through all files. */
    void paint(StageRecorder recorder, int frames) {
        for (int i = 0; i < frames; i++) {
            assertEquals(CaptureResult.TAKEN, drawAndCapture(recorder, painted++));
        }
    }

    Outcome end(StageRecorder recorder) {
        Outcome outcome = recorder.finish().toCompletableFuture().join();
        assertEquals(0, outcome.stats().inFlight(), outcome::toString);
        recorder.close();
        assertEquals(0, recorder.stats().memory().poolBytes());
        return outcome;
    }

    void assertFile(String name, int widthPx, int heightPx, Integer... numbers) {
        DecodedVideo video = DecodedVideo.of(folder.resolve(name));
        assertEquals(
                widthPx + "x" + heightPx,
                video.info().widthPx() + "x" + video.info().heightPx(),
                name);
        assertEquals(List.of(numbers), video.frameNumbers(), name);
    }

    void assertOnlyFiles(String... names) {
        assertEquals(
                List.of(names),
                Arrays.stream(Objects.requireNonNull(folder.toFile().listFiles()))
                        .map(File::getName)
                        .sorted()
                        .toList());
    }
}
