package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwjgl.opengl.GL33C.GL_COLOR_BUFFER_BIT;
import static org.lwjgl.opengl.GL33C.glClear;
import static org.lwjgl.opengl.GL33C.glClearColor;

import io.github.stagerecorder.demo.OffscreenSurface;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.freedesktop.gstreamer.Buffer;
import org.freedesktop.gstreamer.PadProbeReturn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Frames that are drawn in tiles, on a surface that is only as large as one tile. Each tile has its own shade of grey.
 */
class TiledFrameTest {
    private OffscreenSurface surface;

    @AfterEach
    void closeSurface() {
        if (surface != null) {
            surface.close();
        }
    }

    /** The positions of a frame's tiles, from its lower left corner. */
    private record Grid(int widthPx, int heightPx, int tileWidthPx, int tileHeightPx) {
        int columns() {
            return (widthPx + tileWidthPx - 1) / tileWidthPx;
        }

        int count() {
            return columns() * ((heightPx + tileHeightPx - 1) / tileHeightPx);
        }

        int xPx(int tile) {
            return tile % columns() * tileWidthPx;
        }

        int yPx(int tile) {
            return tile / columns() * tileHeightPx;
        }

        int widthPx(int tile) {
            return Math.min(tileWidthPx, widthPx - xPx(tile));
        }

        int heightPx(int tile) {
            return Math.min(tileHeightPx, heightPx - yPx(tile));
        }

        int grey(int tile) {
            return 255 * (tile + 1) / (count() + 1);
        }
    }

    private RecorderBuilder recorderOf(Grid grid) {
        surface = new OffscreenSurface(grid.tileWidthPx(), grid.tileHeightPx());
        return StageRecorder.builder()
                .size(grid.widthPx(), grid.heightPx())
                .tiled(true)
                .timing(Timing.FRAME_BY_FRAME)
                .memoryBudget(2L << 30)
                .pipeline("fakesink enable-last-sample=false");
    }

    private static void drawFrame(StageRecorder recorder, Grid grid) {
        assertEquals(CaptureResult.TAKEN, recorder.beginFrame());
        for (int tile = 0; tile < grid.count(); tile++) {
            drawTile(recorder, grid, tile);
        }
        assertEquals(CaptureResult.TAKEN, recorder.endFrame());
    }

    private static void drawTile(StageRecorder recorder, Grid grid, int tile) {
        float grey = grid.grey(tile) / 255f;
        glClearColor(grey, grey, grey, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        recorder.tile(grid.xPx(tile), grid.yPx(tile), grid.widthPx(tile), grid.heightPx(tile));
    }

    /** Watches the luma that the bin receives, at the corners and the middle of each tile. */
    private static List<String> watch(StageRecorder recorder, Grid grid) {
        List<String> wrong = new CopyOnWriteArrayList<>();
        new BinInput(recorder).pad().addDataProbe((pad, buffer) -> {
            wrong.addAll(wrongPixels(buffer, grid));
            return PadProbeReturn.OK;
        });
        return wrong;
    }

    private static List<String> wrongPixels(Buffer buffer, Grid grid) {
        List<String> wrong = new ArrayList<>();
        ByteBuffer luma = buffer.map(false);
        for (int tile = 0; tile < grid.count(); tile++) {
            int right = grid.xPx(tile) + grid.widthPx(tile) - 1;
            int top = grid.yPx(tile) + grid.heightPx(tile) - 1;
            int[][] points = {
                {grid.xPx(tile), grid.yPx(tile)},
                {right, grid.yPx(tile)},
                {grid.xPx(tile), top},
                {right, top},
                {(grid.xPx(tile) + right) / 2, (grid.yPx(tile) + top) / 2}
            };
            for (int[] point : points) {
                long row = grid.heightPx() - 1 - point[1];
                int seen = luma.get((int) (row * ((grid.widthPx() + 3) / 4 * 4) + point[0])) & 0xFF;
                if (Math.abs(seen - (16 + grid.grey(tile) * 219 / 255.0)) > 1.5) {
                    wrong.add("tile " + tile + " at " + point[0] + "," + point[1] + ": luma " + seen);
                }
            }
        }
        buffer.unmap();
        return wrong;
    }

    /**
     * The frame is 16 tiles larger than the driver can draw at once. Both the planes and the pixels exceed 2^27 bytes.
     */
    @Test
    void shouldAssembleAFrameLargerThanTheDriverDraws() {
        Grid grid = new Grid(16384, 8192, 4096, 2048);
        StageRecorder recorder = recorderOf(grid).start();
        List<String> wrong = watch(recorder, grid);
        drawFrame(recorder, grid);
        recorder.close();
        assertEquals(1, recorder.stats().delivered());
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @EnumSource(ReadStrategy.class)
    void shouldPutTilesInTheirPlacesByEveryStrategy(ReadStrategy strategy) {
        Grid grid = new Grid(321, 243, 100, 50);
        RecorderBuilder options = recorderOf(grid).tuning(t -> t.readStrategy(strategy));
        DriverSupport.assume(strategy);
        StageRecorder recorder = options.start();
        List<String> wrong = watch(recorder, grid);
        for (int i = 0; i < 10; i++) {
            drawFrame(recorder, grid);
        }
        recorder.close();
        assertEquals(10, recorder.stats().delivered());
        assertEquals(List.of(), wrong);
        assertEquals(0, recorder.stats().memory().poolBytes());
    }

    @Test
    void shouldNotRecordAFrameThatLacksATile() {
        Grid grid = new Grid(200, 100, 100, 50);
        StageRecorder recorder = recorderOf(grid).start();
        recorder.beginFrame();
        drawTile(recorder, grid, 0);
        var failure = assertThrows(IllegalStateException.class, recorder::endFrame);
        assertTrue(failure.getMessage().contains("15000 of the frame's 20000"), failure.getMessage());
        drawFrame(recorder, grid);
        recorder.close();
        assertEquals(1, recorder.stats().taken());
    }

    @Test
    void shouldNotRecordAFrameWhoseTilesOverlapWhileAnotherIsMissing() {
        Grid grid = new Grid(200, 100, 100, 50);
        StageRecorder recorder = recorderOf(grid).start();
        recorder.beginFrame();
        for (int tile : new int[] {0, 1, 2, 2}) {
            drawTile(recorder, grid, tile);
        }
        var failure = assertThrows(IllegalStateException.class, recorder::endFrame);
        assertTrue(failure.getMessage().contains("5000 of the frame's 20000"), failure.getMessage());
        drawFrame(recorder, grid);
        recorder.close();
        assertEquals(1, recorder.stats().taken());
    }

    @Test
    void shouldGiveUpAFrameThatIsOpenWhenTheRecordingEnds() {
        Grid grid = new Grid(200, 100, 100, 50);
        StageRecorder recorder = recorderOf(grid).start();
        drawFrame(recorder, grid);
        recorder.beginFrame();
        drawTile(recorder, grid, 0);
        recorder.close();
        assertEquals(1, recorder.stats().delivered());
        assertEquals(0, recorder.stats().memory().poolBytes());
    }

    /** The thread that draws cannot know of it. */
    @Test
    void shouldSkipTilesAfterAnotherThreadHasEndedTheRecording() {
        Grid grid = new Grid(200, 100, 100, 50);
        StageRecorder recorder = recorderOf(grid).start();
        drawFrame(recorder, grid);
        recorder.beginFrame();
        drawTile(recorder, grid, 0);
        CompletableFuture.runAsync(recorder::finish).join();
        drawTile(recorder, grid, 1);
        assertEquals(CaptureResult.SKIPPED, recorder.endFrame());
        assertEquals(CaptureResult.SKIPPED, recorder.beginFrame());
        drawTile(recorder, grid, 0);
        assertEquals(CaptureResult.SKIPPED, recorder.endFrame());
        recorder.resize(100, 50);
        recorder.close();
        assertEquals(1, recorder.stats().delivered());
        assertEquals(1, recorder.stats().skips().closed());
    }

    @ParameterizedTest
    @CsvSource({"101, 0, 100, 50", "0, 60, 100, 50", "0, 0, 101, 50"})
    void shouldRefuseATileThatIsNotThere(int xPx, int yPx, int widthPx, int heightPx) {
        Grid grid = new Grid(200, 100, 100, 50);
        StageRecorder recorder = recorderOf(grid).start();
        recorder.beginFrame();
        assertThrows(IllegalArgumentException.class, () -> recorder.tile(xPx, yPx, widthPx, heightPx));
        for (int tile = 0; tile < grid.count(); tile++) {
            drawTile(recorder, grid, tile);
        }
        assertEquals(CaptureResult.TAKEN, recorder.endFrame());
        recorder.close();
    }

    @Test
    void shouldRefuseCallsOutOfTurn() {
        Grid grid = new Grid(200, 100, 100, 50);
        StageRecorder recorder = recorderOf(grid).start();
        assertThrows(IllegalStateException.class, recorder::capture);
        assertThrows(IllegalStateException.class, recorder::endFrame);
        assertThrows(IllegalStateException.class, () -> recorder.tile(0, 0, 100, 50));
        recorder.beginFrame();
        assertThrows(IllegalStateException.class, recorder::beginFrame);
        assertThrows(IllegalStateException.class, () -> recorder.resize(100, 100));
        assertThrows(RecordingException.class, recorder::close);
    }
}
