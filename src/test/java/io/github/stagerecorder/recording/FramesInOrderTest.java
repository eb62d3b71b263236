package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.stagerecorder.EncodeOn;
import io.github.stagerecorder.media.DecodedVideo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When the recorder waits for the encoder, the file has every frame, in order. */
@Timeout(60)
class FramesInOrderTest {
    private static final int FRAMES = 45;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void shouldHoldEveryFrameInOrderWhenAThreadFeedsTheEncoder(Container container) {
        assertHoldsEveryFrame(container, EncodeOn.OWN_THREAD);
    }

    @ParameterizedTest
    @EnumSource
    void shouldHoldEveryFrameInOrderWhenTheRenderThreadFeedsTheEncoder(Container container) {
        assertHoldsEveryFrame(container, EncodeOn.RENDER_THREAD);
    }

    /** At the end frames are still queued. The predecessor of this library lost them. */
    @RepeatedTest(10)
    void shouldHoldEveryFrameWhenClosedAtOnce() throws IOException {
        Path file = folder.resolve("stage.gdp");
        try (RecordedStage stage =
                new RecordedStage(64, 64, RecordedStage.everyFrame(file).pipeline(GdpFile.DESCRIPTION))) {
            stage.draw();
            for (int i = 0; i < 4; i++) {
                stage.recorder().capture();
            }
        }
        assertEquals(4, GdpFile.read(file).ptsNs().size());
    }

    private void assertHoldsEveryFrame(Container container, EncodeOn encodeOn) {
        Path file = container.fileIn(folder);
        RecordedStage.record(320, 180, FRAMES, RecordedStage.everyFrame(file).encodeOn(encodeOn));
        assertEquals(
                IntStream.range(0, FRAMES).boxed().toList(),
                DecodedVideo.of(file).frameNumbers());
    }
}
