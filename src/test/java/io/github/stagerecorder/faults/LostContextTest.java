package io.github.stagerecorder.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.EncodeOn;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.StatsIdentities;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import io.github.stagerecorder.media.DecodedVideo;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The GL context is gone before the recording ends. The frames that were read are kept, whichever context is current
 * then.
 */
@Timeout(60)
class LostContextTest {
    private static final int FRAMES = 20;

    @TempDir
    Path folder;

    private OffscreenSurface surface;

    @BeforeEach
    void open() {
        surface = new OffscreenSurface(WatchedStage.WIDTH_PX, WatchedStage.HEIGHT_PX);
    }

    @AfterEach
    void close() {
        surface.close();
    }

    @ParameterizedTest
    @EnumSource(EncodeOn.class)
    void shouldCompleteTheFileWhenTheContextIsDestroyedBeforeClose(EncodeOn encodeOn) {
        StageRecorder recorder = recordedFrames(encodeOn);
        surface.close();
        assertComplete(recorder, FRAMES);
    }

    @ParameterizedTest
    @EnumSource(EncodeOn.class)
    void shouldCompleteTheFileWhenAnotherContextIsCurrentBeforeClose(EncodeOn encodeOn) {
        StageRecorder recorder = recordedFrames(encodeOn);
        OffscreenSurface other = new OffscreenSurface(WatchedStage.WIDTH_PX, WatchedStage.HEIGHT_PX);
        assertEquals(CaptureResult.FAILED, recorder.capture());
        assertComplete(recorder, FRAMES + 1);
        other.close();
    }

    @ParameterizedTest
    @EnumSource(EncodeOn.class)
    void shouldFailToCaptureWhenTheContextIsDestroyed(EncodeOn encodeOn) {
        StageRecorder recorder = recordedFrames(encodeOn);
        surface.close();
        for (int i = 0; i < FRAMES; i++) {
            assertEquals(CaptureResult.FAILED, recorder.capture());
            StatsIdentities.check(recorder.stats(), FRAMES + i + 1);
        }
        assertComplete(recorder, 2 * FRAMES);
    }

    @Test
    void shouldRefuseASnapshotWithoutTheContext() {
        StageRecorder recorder = recordedFrames(EncodeOn.OWN_THREAD);
        OffscreenSurface other = new OffscreenSurface(WatchedStage.WIDTH_PX, WatchedStage.HEIGHT_PX);
        assertNoSnapshot(recorder);
        other.close();
        assertNoSnapshot(recorder);
        surface.close();
        assertNoSnapshot(recorder);
        assertComplete(recorder, FRAMES + 3);
    }

    private void assertNoSnapshot(StageRecorder recorder) {
        CompletableFuture<Path> snapshot = recorder.snapshot(folder.resolve("shot.png"));
        assertEquals(CaptureResult.FAILED, recorder.capture());
        Throwable failure = assertThrows(CompletionException.class, snapshot::join);
        assertInstanceOf(IllegalStateException.class, failure.getCause());
    }

    private StageRecorder recordedFrames(EncodeOn encodeOn) {
        StageRecorder recorder = StageRecorder.builder(folder.resolve("stage.mkv"))
                .size(surface.widthPx(), surface.heightPx())
                .timing(Timing.FRAME_BY_FRAME)
                .encodeOn(encodeOn)
                .start();
        Stage stage = new Stage(surface.widthPx(), surface.heightPx());
        for (int i = 0; i < FRAMES; i++) {
            stage.draw(i, i / 30.0);
            recorder.capture();
        }
        return recorder;
    }

    private void assertComplete(StageRecorder recorder, int calls) {
        Closing closing = Closing.of(recorder);
        assertNull(closing.kind(), () -> "" + closing.outcome());
        StatsIdentities.checkEnded(closing.outcome().stats(), calls);
        assertEquals(0, closing.outcome().stats().memory().poolBytes());
        List<Integer> numbers = DecodedVideo.of(folder.resolve("stage.mkv")).frameNumbers();
        assertEquals(IntStream.range(0, FRAMES).boxed().toList(), numbers);
    }
}
