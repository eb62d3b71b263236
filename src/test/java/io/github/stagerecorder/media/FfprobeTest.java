package io.github.stagerecorder.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfprobeTest {
    @TempDir
    Path folder;

    @Test
    void tellsWhatTheStreamIs() throws IOException {
        Path file = SampleVideo.numbered(
                folder.resolve("a.mkv"), 10, "25", "-c:v", "libx264", "-colorspace", "bt709", "-color_range", "tv");
        Ffprobe info = Ffprobe.of(file);
        assertEquals("matroska,webm", info.container());
        assertEquals("h264", info.codec());
        assertEquals("yuv420p", info.pixelFormat());
        assertEquals(SampleVideo.WIDTH_PX, info.widthPx());
        assertEquals(SampleVideo.HEIGHT_PX, info.heightPx());
        assertEquals("bt709", info.colourMatrix());
        assertEquals("tv", info.colourRange());
        assertEquals(0.4, info.durationSeconds(), 0.001);
    }

    @Test
    void putsPacketsInTheOrderOfPresentation() throws IOException {
        Path file = SampleVideo.numbered(folder.resolve("a.mkv"), 5, "25", "-c:v", "libx264", "-bf", "2");
        List<Long> expected = List.of(0L, 40L, 80L, 120L, 160L);
        assertEquals(expected, Ffprobe.of(file).packetTicks());
        assertEquals(expected, Ffprobe.frameTicks(file));
    }

    @Test
    void keepsRatesAndTimesExact() throws IOException {
        Path file = SampleVideo.numbered(folder.resolve("a.mp4"), 100, "30000/1001", "-c:v", "libx264");
        Ffprobe info = Ffprobe.of(file);
        assertTrue(info.frameRate().isSameAs(30_000, 1_001), () -> "rate is " + info.frameRate());
        List<Long> expectedNs = LongStream.range(0, 100)
                .mapToObj(n -> n * 1_001 * 1_000_000_000L / 30_000)
                .toList();
        assertEquals(expectedNs, info.packetNs());
    }

    @Test
    void takesTheNominalRateWhereTheAverageIsUnknown() {
        Ffprobe info = new Ffprobe(
                "ogg",
                "theora",
                "yuv420p",
                16,
                16,
                "unknown",
                "unknown",
                Rational.parse("0/0"),
                Rational.parse("30/1"),
                Rational.parse("1/30"),
                1,
                List.of());
        assertEquals(new Rational(30, 1), info.frameRate());
    }

    @Test
    void saysWhatFfprobeSaysOfABadFile() {
        IllegalStateException failure =
                assertThrows(IllegalStateException.class, () -> Ffprobe.of(folder.resolve("absent.ogg")));
        assertTrue(failure.getMessage().contains("No such file"), failure.getMessage());
    }
}
