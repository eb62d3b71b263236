package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwjgl.opengl.GL33C.GL_COLOR_BUFFER_BIT;
import static org.lwjgl.opengl.GL33C.glClear;
import static org.lwjgl.opengl.GL33C.glClearColor;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.RgbPicture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Frames near and beyond the largest sizes of codecs, and of GStreamer: each is recorded as it is, or refused at the
 * start, with the largest size.
 */
@Timeout(120)
class WideSizesTest {
    private static final int FRAMES = 3;
    private static final int TILE_PX = 4096;

    @TempDir
    Path folder;

    static Stream<Arguments> sizes() {
        int[][] sizes = {{16384, 64}, {64, 16384}, {16386, 64}, {64, 16386}, {20000, 32}, {32766, 32}, {32, 70000}};
        return Stream.of(Container.OGG, Container.WEBM, Container.MKV, Container.MP4, Container.MOV)
                .flatMap(container -> Stream.of(sizes).map(size -> Arguments.of(container, size[0], size[1])));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void shouldRecordTheWholeFrameOrRefuseTheStart(Container container, int widthPx, int heightPx) {
        Path file = container.fileIn(folder);
        try (OffscreenSurface surface = new OffscreenSurface(Math.min(TILE_PX, widthPx), Math.min(TILE_PX, heightPx))) {
            StageRecorder recorder;
            try {
                recorder = RecordedStage.everyFrame(file)
                        .size(widthPx, heightPx)
                        .tiled(true)
                        .start();
            } catch (RecordingException refusal) {
                assertTrue(refusal.getMessage().matches("(?s).*(16383|32767).*"), refusal.getMessage());
                assertTrue(Files.notExists(file));
                return;
            }
            record(recorder, surface, widthPx, heightPx);
        }
        assertWhole(file, widthPx, heightPx);
    }

    private static void record(StageRecorder recorder, OffscreenSurface surface, int widthPx, int heightPx) {
        for (int frame = 0; frame < FRAMES; frame++) {
            assertEquals(CaptureResult.TAKEN, recorder.beginFrame());
            for (int y = 0; y < heightPx; y += surface.heightPx()) {
                for (int x = 0; x < widthPx; x += surface.widthPx()) {
                    glClearColor(x < widthPx / 2 ? 0 : 1, y < heightPx / 2 ? 0 : 1, frame / 2f, 1);
                    glClear(GL_COLOR_BUFFER_BIT);
                    recorder.tile(
                            x, y, Math.min(surface.widthPx(), widthPx - x), Math.min(surface.heightPx(), heightPx - y));
                }
            }
            assertEquals(CaptureResult.TAKEN, recorder.endFrame());
        }
        recorder.close();
        assertEquals(
                FRAMES, recorder.stats().delivered(), () -> recorder.stats().toString());
    }

    private static void assertWhole(Path file, int widthPx, int heightPx) {
        DecodedVideo video = DecodedVideo.of(file);
        assertEquals(
                widthPx + "x" + heightPx,
                video.info().widthPx() + "x" + video.info().heightPx());
        RgbPicture last = video.rgb(FRAMES - 1);
        assertRed(widthPx > heightPx ? 255 : 0, last.at(widthPx - 3, heightPx / 2));
        assertRed(0, last.at(2, heightPx / 2));
    }

    private static void assertRed(int red, int rgb) {
        assertEquals(red, rgb >> 16 & 0xFF, 24, () -> Integer.toHexString(rgb));
    }
}
