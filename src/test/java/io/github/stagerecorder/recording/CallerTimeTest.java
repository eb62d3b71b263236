package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The caller's own times may have any origin and any steps, as long as they increase. */
@Timeout(60)
class CallerTimeTest {
    private static final long FIRST_NS = 77_000_000_123L;
    private static final long FRAME_NS = 33_333_333L;

    @TempDir
    Path folder;

    @Test
    void shouldCountFromTheFirstWhenTheOriginIsAnother() throws IOException {
        try (RecordedStage stage = start()) {
            stage.paintAt(FIRST_NS);
            stage.paintAt(FIRST_NS + 1);
            stage.paintAt(FIRST_NS + 50_000_000);
        }
        assertEquals(List.of(0L, 1L, 50_000_000L), recordedNs());
    }

    @Test
    void shouldTakeAnyOriginWhenItIsNegative() throws IOException {
        try (RecordedStage stage = start()) {
            stage.paintAt(-FIRST_NS);
            stage.paintAt(-FIRST_NS + 40);
        }
        assertEquals(List.of(0L, 40L), recordedNs());
    }

    @ParameterizedTest
    @ValueSource(longs = {FIRST_NS, FIRST_NS - 1, 0})
    void shouldSkipAndCountACaptureWhoseTimeDoesNotIncrease(long timeNs) {
        try (RecordedStage stage = start()) {
            stage.paintAt(FIRST_NS);
            assertEquals(CaptureResult.SKIPPED, stage.paintAt(timeNs));
            assertEquals(1, stage.end().skips().time());
        }
    }

    @Test
    void shouldRecordNothingWhenTheTimeDoesNotIncrease() throws IOException {
        try (RecordedStage stage = start()) {
            stage.paintAt(FIRST_NS);
            stage.paintAt(FIRST_NS);
            stage.paintAt(FIRST_NS + 7);
            assertEquals(2, stage.end().taken());
        }
        assertEquals(List.of(0L, 7L), recordedNs());
    }

    @Test
    void shouldCutThePauseOutWhenResumed() throws IOException {
        try (RecordedStage stage = start()) {
            stage.paintAt(FIRST_NS);
            stage.recorder().pause();
            assertEquals(CaptureResult.SKIPPED, stage.paintAt(FIRST_NS + 1_000_000_000));
            stage.recorder().resume();
            stage.paintAt(FIRST_NS + 2_000_000_000);
            stage.paintAt(FIRST_NS + 2_000_000_000 + FRAME_NS);
        }
        assertEquals(List.of(0L, FRAME_NS, 2 * FRAME_NS), recordedNs());
    }

    @Test
    void shouldBeRefusedWhenNoTimeIsGiven() {
        try (RecordedStage stage = start()) {
            stage.paintAt(FIRST_NS);
            assertThrows(IllegalStateException.class, stage::paint);
        }
    }

    private RecordedStage start() {
        return new RecordedStage(
                64,
                64,
                StageRecorder.builder(folder.resolve("stage.gdp"))
                        .pipeline(GdpFile.DESCRIPTION)
                        .timing(Timing.CALLER));
    }

    private List<Long> recordedNs() throws IOException {
        return GdpFile.read(folder.resolve("stage.gdp")).ptsNs();
    }
}
