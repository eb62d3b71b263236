package io.github.stagerecorder.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.stagerecorder.EncodeOn;
import io.github.stagerecorder.Outcome;
import io.github.stagerecorder.Outcome.Status;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.media.DecodedVideo;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The application throws in its render loop, with the recorder in a try-with-resources statement. */
@Timeout(60)
class RenderLoopTest {
    private static final int FRAMES = 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(EncodeOn.class)
    void shouldCompleteTheFileWhenTheRenderLoopThrows(EncodeOn encodeOn) {
        Path file = folder.resolve("stage.mp4");
        Error thrown = assertThrows(StackOverflowError.class, () -> {
            try (WatchedStage stage = new WatchedStage(
                    StageRecorder.builder(file).timing(Timing.FRAME_BY_FRAME).encodeOn(encodeOn))) {
                stage.paint(FRAMES);
                throw new StackOverflowError("in the render loop");
            }
        });
        assertEquals("in the render loop", thrown.getMessage());
        assertEquals(FRAMES, DecodedVideo.of(file).frameNumbers().size());
    }

    @Test
    void shouldNotHideWhatTheRenderLoopThrowsWhenTheRecordingFailsToo() {
        try (OffscreenSurface surface = new OffscreenSurface(WatchedStage.WIDTH_PX, WatchedStage.HEIGHT_PX)) {
            Exception thrown = assertThrows(ArithmeticException.class, () -> {
                try (StageRecorder recorder = StageRecorder.builder(folder.resolve("stage.mp4"))
                        .size(surface.widthPx(), surface.heightPx())
                        .start()) {
                    throw new ArithmeticException("before the first frame of " + recorder);
                }
            });
            Outcome outcome = ((RecordingException) thrown.getSuppressed()[0]).outcome();
            assertEquals(Status.FAILED, outcome.status());
        }
    }
}
