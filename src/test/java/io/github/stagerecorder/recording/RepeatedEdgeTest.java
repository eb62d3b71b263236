package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwjgl.opengl.GL33C.GL_COLOR_BUFFER_BIT;
import static org.lwjgl.opengl.GL33C.GL_SCISSOR_TEST;
import static org.lwjgl.opengl.GL33C.glClear;
import static org.lwjgl.opengl.GL33C.glClearColor;
import static org.lwjgl.opengl.GL33C.glDisable;
import static org.lwjgl.opengl.GL33C.glEnable;
import static org.lwjgl.opengl.GL33C.glScissor;

import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.PixelLayout;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An odd size is padded at the right and at the bottom with the picture's own last column and row. */
@Timeout(60)
class RepeatedEdgeTest {
    private static final int WIDTH_PX = 641;
    private static final int HEIGHT_PX = 479;
    private static final int FILE_WIDTH_PX = 642;

    /** White is 235 and black is 16. The codec's ringing stays far from the middle. */
    private static final int BRIGHT_ABOVE = 126;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"MKV", "MP4", "MOV"})
    void shouldRepeatTheLastColumnWhenTheWidthIsOdd(Container container) {
        ByteBuffer luma = recordBlackWithWhite(container, WIDTH_PX - 1, 0, 1, HEIGHT_PX);
        int rowStart = HEIGHT_PX / 2 * FILE_WIDTH_PX;
        assertEquals("0011", brightness(luma, rowStart + FILE_WIDTH_PX - 4, 1));
        assertEquals("0000", brightness(luma, rowStart, 1));
    }

    @ParameterizedTest
    @EnumSource(names = {"MKV", "MP4", "MOV"})
    void shouldRepeatTheLastRowWhenTheHeightIsOdd(Container container) {
        ByteBuffer luma = recordBlackWithWhite(container, 0, 0, WIDTH_PX, 1);
        int column = WIDTH_PX / 2;
        assertEquals("0011", brightness(luma, column + (HEIGHT_PX - 3) * FILE_WIDTH_PX, FILE_WIDTH_PX));
        assertEquals("0000", brightness(luma, column, FILE_WIDTH_PX));
    }

    /** {@code qtmux} declares one of 640 pixels for this size, and players then show no more. */
    @Test
    void shouldDeclareNoCleanAperture() throws IOException {
        Path file = Container.MOV.fileIn(folder);
        RecordedStage.record(WIDTH_PX, HEIGHT_PX + 1, 1, RecordedStage.everyFrame(file));
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertTrue(bytes.contains("avc1"));
        assertFalse(bytes.contains("clap") || bytes.contains("tapt"));
    }

    /** Records one black picture with a white rectangle, positioned in GL coordinates, and returns its luma. */
    private ByteBuffer recordBlackWithWhite(Container container, int xPx, int yPx, int widthPx, int heightPx) {
        Path file = container.fileIn(folder);
        try (OffscreenSurface surface = new OffscreenSurface(WIDTH_PX, HEIGHT_PX);
                StageRecorder recorder =
                        RecordedStage.everyFrame(file).size(WIDTH_PX, HEIGHT_PX).start()) {
            glDisable(GL_SCISSOR_TEST);
            clear(0);
            glEnable(GL_SCISSOR_TEST);
            glScissor(xPx, yPx, widthPx, heightPx);
            clear(1);
            recorder.capture();
            surface.present();
        }
        return DecodedVideo.of(file).picture(PixelLayout.LUMA, 0);
    }

    private static void clear(float level) {
        glClearColor(level, level, level, 1);
        glClear(GL_COLOR_BUFFER_BIT);
    }

    /** Looks at four pixels from {@code first}. Returns 1 for each bright pixel, otherwise 0. */
    private static String brightness(ByteBuffer luma, int first, int stepBytes) {
        StringBuilder bits = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            bits.append((luma.get(first + i * stepBytes) & 0xFF) > BRIGHT_ABOVE ? 1 : 0);
        }
        return bits.toString();
    }
}
