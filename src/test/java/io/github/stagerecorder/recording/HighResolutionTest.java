package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.stagerecorder.Stats;
import io.github.stagerecorder.media.DecodedVideo;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Records more 8K frames than the pool holds, within the default budget. */
@Timeout(120)
class HighResolutionTest {
    private static final int FRAMES = 24;
    private static final long DEFAULT_BUDGET_BYTES = 1L << 30;

    @TempDir
    Path folder;

    @Test
    void shouldRecordEveryFrameAt8K() {
        Path file = folder.resolve("stage.mkv");
        Stats[] midway = new Stats[1];
        try (RecordedStage stage = new RecordedStage(
                7680,
                4320,
                RecordedStage.everyFrame(file)
                        .pipeline(
                                "x264enc speed-preset=ultrafast pass=qual quantizer=23 vbv-buf-capacity=0 ! matroskamux"))) {
            stage.record(FRAMES);
            midway[0] = stage.recorder().stats();
            stage.end();
        }
        assertTrue(midway[0].memory().poolBytes() <= DEFAULT_BUDGET_BYTES, midway[0].toString());
        assertTrue(midway[0].memory().slots() + midway[0].memory().planesSlots() < FRAMES, midway[0].toString());
        assumeFalse(OS.WINDOWS.isCurrentOs(), "FFmpeg stands still there under wine; what was said so far held");
        assertEquals(
                IntStream.range(0, FRAMES).boxed().toList(),
                DecodedVideo.of(file).frameNumbers());
    }
}
