package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.media.Ffprobe;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rate, from a thousand frames a second to one an hour, gives the right times in every container. */
@Timeout(60)
class FrameRatesTest {
    private static final int FRAMES = 12;

    /** In MP4 and MOV an interval is a whole number of these, so that the times do not drift. */
    private static final int LEAST_TIME_SCALE = 10_000;

    @TempDir
    Path folder;

    static Stream<Arguments> ratesInEveryContainer() {
        List<int[]> rates = List.of(
                new int[] {1_000, 1},
                new int[] {60_000, 1_001},
                new int[] {30_000, 1_001},
                new int[] {24_000, 1_001},
                new int[] {25, 2},
                new int[] {1, 7},
                new int[] {1, 300},
                new int[] {1, 3_600});
        return Stream.of(Container.values())
                .flatMap(container -> rates.stream().map(rate -> Arguments.of(container, rate[0], rate[1])));
    }

    @ParameterizedTest(name = "{0}, {1}/{2}")
    @MethodSource("ratesInEveryContainer")
    void shouldTimeEveryFrame(Container container, int numerator, int denominator) {
        Path file = container.fileIn(folder);
        Ffprobe info = record(file, RecordedStage.everyFrame(file).frameRate(numerator, denominator));
        assertTimes(info, numerator, denominator);
        if (container == Container.MP4 || container == Container.MOV) {
            assertExact(info, numerator, denominator);
        }
    }

    /** Frames would share their times. */
    @ParameterizedTest
    @CsvSource({"mkv, x264enc ! matroskamux", "webm, vp8enc ! webmmux", "mkv,", "webm,"})
    void shouldRefuseMoreFramesThanTheContainerHasTimes(String extension, String description) {
        RecorderBuilder options = RecordedStage.everyFrame(folder.resolve("stage." + extension));
        if (description != null) {
            options.pipeline(description);
        }
        options.frameRate(1_001, 1);
        RecordingException refusal =
                assertThrows(RecordingException.class, () -> RecordedStage.record(64, 64, FRAMES, options));
        assertTrue(refusal.getMessage().contains("1001/1 frames a second are too many"), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"23.976, 24000, 1001", "29.97, 30000, 1001", "59.94, 60000, 1001", "0.5, 1, 2"})
    void shouldTakeADecimalForTheFractionThatItStandsFor(double fps, int numerator, int denominator) {
        Path file = folder.resolve("stage.mp4");
        assertExact(record(file, RecordedStage.everyFrame(file).frameRate(fps)), numerator, denominator);
    }

    @ParameterizedTest
    @CsvSource({"x264enc ! mp4mux, mp4", "x264enc ! qtmux, mov", "x264enc ! mp4mux faststart=true, mp4"})
    void shouldSetTheTimeScaleOfADescriptionToo(String description, String extension) {
        Path file = folder.resolve("stage." + extension);
        RecorderBuilder options =
                RecordedStage.everyFrame(file).pipeline(description).frameRate(1, 3_600);
        assertExact(record(file, options), 1, 3_600);
    }

    @ParameterizedTest
    @CsvSource({"x264enc ! mp4mux trak-timescale=600, 600", "x264enc ! mp4mux, 30000"})
    void shouldLeaveTheTimeScaleThatADescriptionSets(String description, int timeScale) {
        Path file = folder.resolve("stage.mp4");
        Ffprobe info = record(file, RecordedStage.everyFrame(file).pipeline(description));
        assertTrue(info.timeBase().isSameAs(1, timeScale), () -> "time base " + info.timeBase());
    }

    private static Ffprobe record(Path file, RecorderBuilder options) {
        RecordedStage.record(64, 64, FRAMES, options);
        return Ffprobe.of(file);
    }

    private static void assertTimes(Ffprobe info, int numerator, int denominator) {
        long unitNs = info.timeBase().ticksToNs(1);
        List<Long> timesNs = info.packetNs();
        assertEquals(FRAMES, timesNs.size());
        for (int n = 0; n < FRAMES; n++) {
            long errorNs = Math.abs(timesNs.get(n) - n * denominator * 1_000_000_000L / numerator);
            assertTrue(errorNs <= unitNs, "frame " + n + " is off by " + errorNs + " ns, unit " + info.timeBase());
        }
    }

    private static void assertExact(Ffprobe info, int numerator, int denominator) {
        assertTrue(info.timeBase().denominator() >= LEAST_TIME_SCALE, () -> "time base " + info.timeBase());
        List<Long> ticks = info.packetTicks();
        assertEquals(FRAMES, ticks.size());
        for (int n = 0; n < FRAMES; n++) {
            assertEquals(
                    (long) n * denominator * info.timeBase().denominator(),
                    ticks.get(n) * numerator * info.timeBase().numerator(),
                    "frame " + n + " of " + ticks);
        }
    }
}
