package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each preset keeps up with 720p at 30 frames a second. The default for .ogg is no preset: it is Theora as it comes, and
 * that is slower.
 */
@Timeout(60)
class PresetSpeedTest {
    private static final int FRAMES = 90;
    private static final int RUNS = 3;
    private static final double LEAST_FRAMES_PER_SECOND = 30;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OGG")
    void shouldKeepUpWhenRecordedAsFastAsPossible(Container container) {
        double best = 0;
        for (int run = 0; run < RUNS && best < LEAST_FRAMES_PER_SECOND; run++) {
            best = Math.max(best, framesPerSecond(container.fileIn(folder)));
        }
        assertTrue(best >= LEAST_FRAMES_PER_SECOND, best + " frames a second");
    }

    /** From the first picture drawn until the file is complete. */
    private static double framesPerSecond(Path file) {
        try (RecordedStage stage = new RecordedStage(1280, 720, RecordedStage.everyFrame(file).overwrite(true))) {
            long startNs = System.nanoTime();
            stage.record(FRAMES);
            stage.end();
            return FRAMES * 1e9 / (System.nanoTime() - startNs);
        }
    }
}
