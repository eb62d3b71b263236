package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwjgl.opengl.GL33C.*;

import io.github.stagerecorder.demo.PbufferContext;
import io.github.stagerecorder.media.DecodedVideo;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Frames in tiles while another GL context is current, or none. The frame goes on once its own context is back. */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "OpenGL ES comes from EGL")
class TilesInOtherContextTest {
    private static final int WIDTH_PX = 64;
    private static final int TILE_HEIGHT_PX = 24;
    private static final int[] GREYS = {60, 120, 180};

    @TempDir
    Path folder;

    private boolean es;
    private boolean other;
    private StageRecorder recorder;

    static Stream<Arguments> cases() {
        return Stream.of(ReadStrategy.values())
                .flatMap(strategy -> Stream.of(true, false)
                        .flatMap(es -> Stream.of(true, false).map(other -> Arguments.of(strategy, es, other))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void shouldTouchNothingOutsideItsContext(ReadStrategy strategy, boolean es, boolean other) {
        this.es = es;
        this.other = other;
        try (PbufferContext context = new PbufferContext(es, 3)) {
            context.makeCurrent();
            DriverSupport.assume(strategy);
            Bystanders.bindFramebuffer(WIDTH_PX, TILE_HEIGHT_PX, 0);
            recorder = start(strategy);
            tileRefused();
            frameEndedOutside();
            frameLeftIncomplete();
            frame(GREYS[2]);
            recorder.close();
            assertEquals(GL_NO_ERROR, glGetError());
        }
        assertGreys();
    }

    private StageRecorder start(ReadStrategy strategy) {
        return StageRecorder.builder(folder.resolve("stage.mkv"))
                .size(WIDTH_PX, 2 * TILE_HEIGHT_PX)
                .tiled(true)
                .timing(Timing.FRAME_BY_FRAME)
                .whenBehind(WhenBehind.WAIT)
                .quality(Quality.HIGH)
                .tuning(t -> t.readStrategy(strategy))
                .start();
    }

    /** The tile can be read later. */
    private void tileRefused() {
        assertEquals(CaptureResult.TAKEN, recorder.beginFrame());
        tile(0, GREYS[0]);
        outsideItsContext(() -> refused(this::upperTile));
        tile(1, GREYS[0]);
        assertEquals(CaptureResult.TAKEN, recorder.endFrame());
    }

    /** Nothing is left to read. */
    private void frameEndedOutside() {
        assertEquals(CaptureResult.TAKEN, recorder.beginFrame());
        tile(0, GREYS[1]);
        tile(1, GREYS[1]);
        outsideItsContext(() -> assertEquals(CaptureResult.TAKEN, recorder.endFrame()));
    }

    private void frameLeftIncomplete() {
        assertEquals(CaptureResult.TAKEN, recorder.beginFrame());
        tile(0, GREYS[0]);
        outsideItsContext(() -> {
            refused(this::upperTile);
            refused(recorder::endFrame);
        });
    }

    private void frame(int grey) {
        assertEquals(CaptureResult.TAKEN, recorder.beginFrame());
        tile(0, grey);
        tile(1, grey);
        assertEquals(CaptureResult.TAKEN, recorder.endFrame());
    }

    private void tile(int index, int grey) {
        glClearColor(grey / 255f, grey / 255f, grey / 255f, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        recorder.tile(0, index * TILE_HEIGHT_PX, WIDTH_PX, TILE_HEIGHT_PX);
    }

    private void upperTile() {
        recorder.tile(0, TILE_HEIGHT_PX, WIDTH_PX, TILE_HEIGHT_PX);
    }

    private static void refused(Runnable call) {
        String message = assertThrows(IllegalStateException.class, call::run).getMessage();
        assertTrue(message.contains("is not current on thread") || message.contains("tiles leave out"), message);
    }

    private void outsideItsContext(Runnable body) {
        NoContext.during(() -> {
            if (other) {
                inAnotherContext(body);
            } else {
                body.run();
            }
        });
    }

    private void inAnotherContext(Runnable body) {
        try (PbufferContext another = new PbufferContext(es, 3)) {
            another.makeCurrent();
            Bystanders bystanders = new Bystanders();
            body.run();
            bystanders.assertUntouched();
        }
    }

    private void assertGreys() {
        Stats stats = recorder.stats();
        assertEquals(GREYS.length, stats.taken());
        assertEquals(GREYS.length, stats.delivered());
        assertEquals(0, stats.memory().poolBytes());
        DecodedVideo video = DecodedVideo.of(folder.resolve("stage.mkv"));
        for (int i = 0; i < GREYS.length; i++) {
            for (int row : new int[] {4, 2 * TILE_HEIGHT_PX - 4}) {
                int shown = video.rgbAt(i, WIDTH_PX / 2, row) & 0xFF;
                assertTrue(Math.abs(GREYS[i] - shown) < 12, shown + " instead of " + GREYS[i]);
            }
        }
    }
}
