package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.Preflight.Attempt;
import io.github.stagerecorder.Preflight.Finding;
import io.github.stagerecorder.Preflight.Level;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.settings.PixelFormat;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The preflight report of a recording that can start. */
class PreflightTest extends OnStage {
    private static final int FPS = 30;

    @ParameterizedTest
    @ValueSource(strings = {"ogg", "ogv", "webm", "mkv", "mp4", "mov"})
    void shouldForetellWhatTheStartDoes(String extension) throws Exception {
        RecorderBuilder builder = recorderTo("stage." + extension)
                .tuning(t -> t.readStrategy(ReadStrategy.CLIENT))
                .tuning(t -> t.readFormat(ReadFormat.RGBX))
                .tuning(t -> t.convert(Convert.KERNEL));
        Preflight preflight = builder.preflight();
        assertTrue(preflight.canRecord(), preflight::toString);
        assertNothingWritten();
        StageRecorder recorder = builder.start();
        Stats begun = recorder.stats();
        record(recorder, 3);
        recorder.close();
        assertEquals(begun.encoder(), preflight.encoder());
        assertEquals(begun.conversion(), preflight.conversion());
        assertEquals(begun.memory().poolBytes(), preflight.memory().poolBytes());
    }

    @Test
    void shouldCountTheSoundInTheSizeOfTheFile() {
        Preflight silent = recorderTo("stage.webm").preflight();
        Preflight stereo =
                recorderTo("stage.webm").audio(48_000, 2, SampleFormat.S16).preflight();
        assertEquals(
                2 * 80_000 / 8, stereo.disk().bytesPerSecond() - silent.disk().bytesPerSecond());
    }

    @Test
    void shouldHaveNoFindingsWhenNothingIsUnusual() {
        Preflight preflight = recorderTo("stage.ogg").preflight();
        assertEquals(List.of(), preflight.findings());
        Attempt only = preflight.attempts().get(0);
        assertEquals(1, preflight.attempts().size());
        assertEquals("videorate ! theoraenc quality=48 ! oggmux", only.description());
        assertNull(only.refusal());
        assertTrue(preflight.gstreamer().startsWith("1."), preflight.gstreamer());
    }

    @Test
    void shouldTellThatAnOddSizeIsPadded() {
        surface.resize(WIDTH_PX + 1, HEIGHT_PX + 1);
        Preflight preflight =
                recorderTo("stage.mp4").size(WIDTH_PX + 1, HEIGHT_PX + 1).preflight();
        assertOnly(Level.INFO, "321x241 is recorded as 322x242", preflight);
        assertOnly(
                null,
                null,
                recorderTo("stage.webm").size(WIDTH_PX + 1, HEIGHT_PX + 1).preflight());
    }

    @Test
    void shouldWarnOfABudgetThatAllowsForASmallerPool() {
        long slotBytes = Picture.asRead(WIDTH_PX, HEIGHT_PX, PixelFormat.BGRX).slotBytes();
        RecorderBuilder builder = recorderWith("capsfilter caps=video/x-raw,format=BGRx ! fakesink")
                .memoryBudget(3 * slotBytes);
        Preflight preflight = builder.preflight();
        assertOnly(Level.WARNING, "3 slots, but not for 5 slots", preflight);
        assertEquals(3 * slotBytes, preflight.memory().poolBytes());
        assertTrue(preflight.findings().get(0).advice().contains(Long.toString(5 * slotBytes)), preflight::toString);
        assertOnly(null, null, builder.memoryBudget(5 * slotBytes).preflight());
    }

    @Test
    void shouldEstimateAPresetsRateByItsQuality() {
        surface.resize(1280, 720);
        RecorderBuilder builder = recorderTo("stage.webm").size(1280, 720);
        Preflight medium = builder.preflight();
        assertTrue(medium.disk().isEstimate());
        assertEquals(1280 * 720 * FPS / 10 / 8, medium.disk().bytesPerSecond(), 1000);
        assertEquals(
                2.0 * medium.disk().bytesPerSecond(),
                builder.quality(Quality.HIGH).preflight().disk().bytesPerSecond(),
                1000);
        assertEquals(
                medium.disk().freeBytes() / medium.disk().bytesPerSecond(),
                medium.disk().freeSeconds());
    }

    @Test
    void shouldTellTheUncompressedRateOfADescription() {
        Preflight preflight =
                recorderTo("stage.mkv").pipeline("x264enc ! matroskamux").preflight();
        assertFalse(preflight.disk().isEstimate());
        assertEquals(WIDTH_PX * HEIGHT_PX * 3 / 2 * FPS, preflight.disk().bytesPerSecond());
    }

    @Test
    void shouldNotRunADescriptionThatWritesByItself() throws Exception {
        String location = DescribedPath.of(folder.resolve("own.ogg"));
        Preflight preflight = recorderWith("theoraenc ! oggmux ! filesink location=" + location)
                .preflight();
        assertTrue(preflight.canRecord(), preflight::toString);
        assertEquals(-1, preflight.disk().freeBytes());
        assertEquals(-1, preflight.disk().freeSeconds());
        assertNothingWritten();
    }

    @Test
    void shouldCheckTheRestWhereNoContextIsCurrent() {
        RecorderBuilder beyond = recorderTo("stage.mp4").corner(1, 0);
        Preflight preflight = CompletableFuture.supplyAsync(beyond::preflight).join();
        assertOnly(Level.INFO, "without an OpenGL context", preflight);
        assertTrue(preflight.canRecord(), preflight::toString);
        assertEquals("x264enc", preflight.encoder());
        assertFalse(beyond.preflight().canRecord());
    }

    @Test
    void shouldLeaveTheContextAsItWas() {
        try (StageRecorder running = recorderTo("running.mkv").start()) {
            record(running, 2);
            assertTrue(recorderTo("next.mkv").preflight().canRecord());
            record(running, 2);
            running.finish().toCompletableFuture().join();
            assertEquals(4, running.stats().delivered());
        }
    }

    @Test
    void shouldThrowWhereTheOptionsMakeNoSense() {
        RecorderBuilder withoutSize = StageRecorder.builder(folder.resolve("stage.ogg"));
        assertTrue(withoutSize.preflight().canRecord(), "the framebuffer tells its size");
        Throwable refusal = CompletableFuture.supplyAsync(withoutSize::preflight)
                .handle((report, failure) -> failure.getCause())
                .join();
        assertInstanceOf(IllegalArgumentException.class, refusal, "no context is current there");
        assertThrows(IllegalArgumentException.class, StageRecorder.builder().size(16, 16)::preflight);
        assertThrows(
                IllegalArgumentException.class,
                recorderTo("stage.ogg").pipeline("theoraenc ! oggmux").quality(Quality.LOW)::preflight);
    }

    /** @param part the expected part of the note, or null if there must be no note */
    private static void assertOnly(Level level, String part, Preflight preflight) {
        assertEquals(part == null ? 0 : 1, preflight.findings().size(), preflight::toString);
        for (Finding finding : preflight.findings()) {
            assertEquals(level, finding.level());
            assertTrue(finding.what().contains(part), finding.what());
            assertFalse(finding.advice().isBlank());
        }
    }

    private void assertNothingWritten() throws Exception {
        try (var files = Files.list(folder)) {
            assertNull(files.findAny().orElse(null));
        }
    }
}
