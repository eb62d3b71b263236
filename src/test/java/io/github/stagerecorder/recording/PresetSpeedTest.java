package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each preset keeps up with 720p at 30 frames per second on two cores. The test measures processor time, including
 * drawing, because other load on the machine changes it little. Two cores have 66 ms of it per frame. The default for
 * .ogg is not a preset but plain Theora, which is slower.
 */
@Timeout(120)
class PresetSpeedTest {
    private static final int FRAMES = 60;
    private static final int RUNS = 3;
    private static final double MOST_CPU_MS_PER_FRAME = 50;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OGG")
    void shouldTakeLessThanTwoCoresHaveForAFrame(Container container) {
        double best = Double.MAX_VALUE;
        for (int run = 0; run < RUNS && best > MOST_CPU_MS_PER_FRAME; run++) {
            best = Math.min(best, cpuMsPerFrame(container.fileIn(folder)));
        }
        assertTrue(best <= MOST_CPU_MS_PER_FRAME, best + " ms of processor time a frame");
    }

    /** Measures from the first picture drawn until the file is complete. */
    private static double cpuMsPerFrame(Path file) {
        try (RecordedStage stage =
                new RecordedStage(1280, 720, RecordedStage.everyFrame(file).overwrite(true))) {
            long startNs = processCpuNs();
            stage.record(FRAMES);
            stage.end();
            return (processCpuNs() - startNs) / 1e6 / FRAMES;
        }
    }

    private static long processCpuNs() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
