package io.github.stagerecorder.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.stagerecorder.BoundFramebuffer;
import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.Convert;
import io.github.stagerecorder.EncodeOn;
import io.github.stagerecorder.Flip;
import io.github.stagerecorder.Quality;
import io.github.stagerecorder.ResizePolicy;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.WhenBehind;
import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.settings.EncoderOptions;
import io.github.stagerecorder.settings.FrameRate;
import io.github.stagerecorder.settings.FramebufferChoice;
import io.github.stagerecorder.settings.Limits;
import io.github.stagerecorder.settings.Options;
import io.github.stagerecorder.settings.PixelFormat;
import io.github.stagerecorder.settings.ReadOptions;
import io.github.stagerecorder.settings.Region;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The half of a start that needs no GL context runs first, on any thread, whatever pixel format is read later. */
@Timeout(60)
class StartInTwoHalvesTest {
    private static final int WIDTH_PX = 320;
    private static final int HEIGHT_PX = 240;
    private static final int FRAMES = 10;
    private static final long TIMEOUT_NS = 10_000_000_000L;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "BGRX; x264enc ! matroskamux",
                "RGBX; x264enc ! matroskamux",
                "BGRX; capsfilter caps=video/x-raw,format=BGRx ! videoconvert ! theoraenc ! matroskamux",
                "RGBX; capsfilter caps=video/x-raw,format=BGRx ! videoconvert ! theoraenc ! matroskamux",
                "BGRX; capsfilter caps=video/x-raw,format=GRAY8 ! videoconvert ! theoraenc ! matroskamux",
                "RGBX; capsfilter caps=video/x-raw,format=GRAY8 ! videoconvert ! theoraenc ! matroskamux"
            })
    void shouldRecordWithAnEncoderThatWasOpenedWithoutAContext(PixelFormat read, String description) {
        Path file = folder.resolve("stage.mkv");
        HalfStart half = open(options(description, read), file);
        try (OffscreenSurface surface = new OffscreenSurface(WIDTH_PX, HEIGHT_PX);
                Stage stage = new Stage(surface.widthPx(), surface.heightPx())) {
            Session session = half.complete(true, null);
            for (int i = 0; i < FRAMES; i++) {
                stage.draw(i, i / 30.0);
                assertEquals(CaptureResult.TAKEN, session.capture(0));
            }
            assertNull(session.finish(true).join().files().get(0).failure());
            session.release();
        }
        assertEquals(
                IntStream.range(0, FRAMES).boxed().toList(),
                DecodedVideo.of(file).frameNumbers());
    }

    @Test
    void shouldLeaveNothingBehindWhenTheSecondHalfNeverComes() {
        Path file = folder.resolve("stage.mkv");
        open(options("x264enc ! matroskamux", PixelFormat.BGRX), file).abandon();
        assertFalse(Files.exists(file));
        assertEquals(0, folder.toFile().list().length);
    }

    @Test
    void shouldLeaveNothingBehindWhenTheSecondHalfHasNoContext() {
        Path file = folder.resolve("stage.mkv");
        HalfStart half = open(options("x264enc ! matroskamux", PixelFormat.BGRX), file);
        assertThrows(IllegalStateException.class, () -> half.complete(true, null));
        assertEquals(0, folder.toFile().list().length);
    }

    private static HalfStart open(Options options, Path file) {
        Region region = new Region(0, 0, WIDTH_PX, HEIGHT_PX);
        return CompletableFuture.supplyAsync(() -> HalfStart.open(options, file, region))
                .join();
    }

    private static Options options(String description, PixelFormat read) {
        return new Options(
                new FrameRate(30, 1),
                Timing.FRAME_BY_FRAME,
                System::nanoTime,
                WhenBehind.WAIT,
                EncodeOn.OWN_THREAD,
                ResizePolicy.SCALE,
                false,
                false,
                false,
                0,
                new Limits(1L << 30, TIMEOUT_NS, TIMEOUT_NS),
                new ReadOptions(FramebufferChoice.of(BoundFramebuffer.READ), null, read, Flip.AUTO),
                new EncoderOptions(description, Quality.MEDIUM, null, Convert.AUTO, false, null, null, null));
    }
}
