package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When recording frame by frame, each PTS at the encoder bin's input is exact to the nanosecond. */
@Timeout(60)
class BinInputPtsTest {
    private static final int FRAMES = 150;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"30, 1", "60, 1", "30000, 1001", "12, 5"})
    void shouldBeExactWhenRecordedFrameByFrame(int numerator, int denominator) throws IOException {
        Path file = folder.resolve("stage.gdp");
        RecordedStage.record(
                64,
                64,
                FRAMES,
                RecordedStage.everyFrame(file).pipeline(GdpFile.DESCRIPTION).frameRate(numerator, denominator));
        List<Long> exactNs = LongStream.range(0, FRAMES)
                .mapToObj(n -> n * denominator * 1_000_000_000L / numerator)
                .toList();
        assertEquals(exactNs, GdpFile.read(file).ptsNs());
    }
}
