package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.Ffprobe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The time of each frame in the file is exact to the container's time unit, which in Theora is one frame. */
@Timeout(60)
class FileTimesTest {
    private static final int FRAMES = 90;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void shouldTimeEveryFrameWhenTheRateIsWhole(Container container) {
        assertTimes(container, 30, 1);
    }

    @ParameterizedTest
    @EnumSource
    void shouldTimeEveryFrameWhenTheRateIsAFraction(Container container) {
        assertTimes(container, 30_000, 1_001);
    }

    private void assertTimes(Container container, int numerator, int denominator) {
        Path file = container.fileIn(folder);
        RecordedStage.record(64, 64, FRAMES, RecordedStage.everyFrame(file).frameRate(numerator, denominator));
        Ffprobe info = Ffprobe.of(file);
        long unitNs = info.timeBase().ticksToNs(1);
        List<Long> timesNs = info.packetNs();
        assertEquals(FRAMES, timesNs.size());
        for (int n = 0; n < FRAMES; n++) {
            long errorNs = Math.abs(timesNs.get(n) - n * denominator * 1_000_000_000L / numerator);
            assertTrue(errorNs < unitNs, "frame " + n + " is off by " + errorNs + " ns, unit " + info.timeBase());
        }
    }
}
