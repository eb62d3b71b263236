package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.stagerecorder.media.Ffprobe;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a file declares before anything is decoded. */
@Timeout(60)
class FileHeaderTest {
    private static final int FRAMES = 30;

    /** Containers with a resolution of milliseconds give the average rate with this precision. */
    private static final double RATE_TOLERANCE = 0.001;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void shouldTellCodecAndFormatWhenAPresetIsUsed(Container container) {
        Ffprobe info = recorded(container, 30, 1);
        assertEquals(container.format, info.container());
        assertEquals(container.codec, info.codec());
        assertEquals("yuv420p", info.pixelFormat());
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellSizeRateAndDurationWhenTheRateIsAFraction(Container container) {
        Ffprobe info = recorded(container, 30_000, 1_001);
        assertEquals(320, info.widthPx());
        assertEquals(180, info.heightPx());
        assertEquals(30_000.0 / 1_001, info.frameRate().toDouble(), RATE_TOLERANCE);
        assertEquals(FRAMES * 1_001 / 30_000.0, info.durationSeconds(), 0.001);
    }

    private Ffprobe recorded(Container container, int numerator, int denominator) {
        Path file = container.fileIn(folder);
        RecordedStage.record(320, 180, FRAMES, RecordedStage.everyFrame(file).frameRate(numerator, denominator));
        return Ffprobe.of(file);
    }
}
