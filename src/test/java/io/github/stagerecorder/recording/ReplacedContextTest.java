package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.DriverSupport;
import io.github.stagerecorder.ReadStrategy;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.ResizePolicy;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Stats;
import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import io.github.stagerecorder.media.DecodedVideo;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A program destroys its GL context while it is recorded, and goes on in a new one, as toolkits do to change to the
 * full screen. The recording goes on in the new context, and never in another one while its own may be alive.
 */
@Timeout(60)
class ReplacedContextTest {
    private static final int WIDTH_PX = 320;
    private static final int HEIGHT_PX = 240;
    private static final int FRAMES = 6; // in each context
    private static final String UNKNOWN = "WGL does not tell that a context is gone: its recording has no more frames";

    @TempDir
    Path folder;

    private OffscreenSurface surface = new OffscreenSurface(WIDTH_PX, HEIGHT_PX);
    private Stage stage = new Stage(WIDTH_PX, HEIGHT_PX);
    private StageRecorder recorder;
    private int painted;

    @AfterEach
    void close() {
        surface.close();
    }

    @DisabledOnOs(value = OS.WINDOWS, disabledReason = UNKNOWN)
    @ParameterizedTest
    @CsvSource({
        "CLIENT, SCALE, false", "CLIENT, NEW_FILE, false", "MAPPED, SCALE, false", "MAPPED, NEW_FILE, false",
        "CLIENT, SCALE, true", "CLIENT, NEW_FILE, true", "MAPPED, SCALE, true", "MAPPED, NEW_FILE, true",
        "PERSISTENT, SCALE, true", "PINNED, SCALE, true"
    })
    void shouldGoOnInTheNewContext(ReadStrategy strategy, ResizePolicy policy, boolean resized) {
        recorder = options(strategy).onResize(policy).start();
        paint(CaptureResult.TAKEN);
        int scale = resized ? 2 : 1;
        replaceContext(scale * WIDTH_PX, scale * HEIGHT_PX);
        paint(CaptureResult.TAKEN);
        recorder.close();
        Stats stats = recorder.stats();
        assertEquals(2 * FRAMES, stats.taken());
        assertEquals(0, stats.memory().poolBytes());
        assertEquals(2 * FRAMES - stats.lost(), stats.delivered());
        assertTrue(stats.lost() <= 2, () -> stats.lost() + " lost"); // the reads that were under way
        boolean twoFiles = resized && policy == ResizePolicy.NEW_FILE;
        assertEquals(kept(stats), twoFiles ? numbers("stage.mkv", "stage-2.mkv") : numbers("stage.mkv"));
    }

    /** The frames of the new context are all there; of the old one those are missing that were being read. */
    private static List<Integer> kept(Stats stats) {
        int end = FRAMES - (int) stats.lost();
        return IntStream.range(0, 2 * FRAMES)
                .filter(i -> i < end || i >= FRAMES)
                .boxed()
                .toList();
    }

    private List<Integer> numbers(String... files) {
        return IntStream.range(0, files.length)
                .boxed()
                .flatMap(i -> DecodedVideo.of(folder.resolve(files[i])).frameNumbers().stream())
                .toList();
    }

    @DisabledOnOs(value = OS.WINDOWS, disabledReason = UNKNOWN)
    @Test
    void shouldGoOnWhenContextsAreReplacedManyTimes() {
        recorder = options(ReadStrategy.CLIENT).start();
        for (int i = 0; i < 5; i++) {
            paint(CaptureResult.TAKEN);
            replaceContext(WIDTH_PX, HEIGHT_PX);
        }
        recorder.close();
        assertEquals(5 * FRAMES, recorder.stats().delivered());
    }

    @DisabledOnOs(value = OS.WINDOWS, disabledReason = UNKNOWN)
    @Test
    void shouldFailWhileNoContextIsCurrent() {
        recorder = options(ReadStrategy.CLIENT).start();
        paint(CaptureResult.TAKEN);
        surface.close();
        assertEquals(CaptureResult.FAILED, recorder.capture());
        surface = new OffscreenSurface(WIDTH_PX, HEIGHT_PX);
        stage = new Stage(WIDTH_PX, HEIGHT_PX);
        paint(CaptureResult.TAKEN);
        recorder.close();
        assertEquals(1, recorder.stats().failures().context());
        assertEquals(2 * FRAMES, recorder.stats().delivered());
    }

    /** As with two windows. */
    @ParameterizedTest
    @CsvSource({"CLIENT", "MAPPED", "PERSISTENT", "PINNED"})
    void shouldNeverGoOnInAnotherContextWhileItsOwnIsAlive(ReadStrategy strategy) {
        recorder = options(strategy).start();
        paint(CaptureResult.TAKEN);
        OffscreenSurface other = new OffscreenSurface(WIDTH_PX, HEIGHT_PX);
        for (int i = 0; i < FRAMES; i++) {
            assertEquals(CaptureResult.FAILED, recorder.capture());
        }
        recorder.close();
        other.close();
        assertEquals(FRAMES, recorder.stats().failures().context());
        assertEquals(FRAMES, recorder.stats().taken());
    }

    private RecorderBuilder options(ReadStrategy strategy) {
        DriverSupport.assume(strategy);
        return RecordedStage.everyFrame(folder.resolve("stage.mkv")).tuning(t -> t.readStrategy(strategy));
    }

    private void paint(CaptureResult expected) {
        for (int i = 0; i < FRAMES; i++, painted++) {
            stage.draw(painted, painted / RecordedStage.FRAMES_PER_SECOND);
            assertEquals(expected, recorder.capture());
        }
    }

    /** With mappings, what the encoder still reads would go with the old context: see {@link ReadStrategy}. */
    private void replaceContext(int widthPx, int heightPx) {
        awaitEncoder();
        surface.close();
        surface = new OffscreenSurface(widthPx, heightPx);
        stage = new Stage(widthPx, heightPx);
    }

    private void awaitEncoder() {
        for (int i = 0; i < 100 && recorder.stats().inFlight() > 2; i++) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
