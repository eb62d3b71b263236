package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwjgl.opengl.GL33C.GL_COLOR_BUFFER_BIT;
import static org.lwjgl.opengl.GL33C.GL_SCISSOR_TEST;
import static org.lwjgl.opengl.GL33C.glClear;
import static org.lwjgl.opengl.GL33C.glClearColor;
import static org.lwjgl.opengl.GL33C.glEnable;
import static org.lwjgl.opengl.GL33C.glScissor;

import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.media.RgbPicture;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** A chart of single-colour patches that covers the whole picture: pure colours, greys and mixed colours. */
final class ColourChart {
    private static final int COLUMNS = 6;
    private static final int[] COLOURS = {
        0xFF0000, 0x00FF00, 0x0000FF, 0x00FFFF, 0xFF00FF, 0xFFFF00,
        0x000000, 0x333333, 0x808080, 0xB0B0B0, 0xE6E6E6, 0xFFFFFF,
        0x735244, 0xC29682, 0x627A9D, 0x576C43, 0x8580B1, 0x67BDAA,
        0xD67E2C, 0x505BA6, 0xC15A63, 0x5E3C6C, 0x9DBC40, 0x2010E0,
    };
    private static final int ROWS = COLOURS.length / COLUMNS;

    private ColourChart() {}

    /** Records one frame of the chart. Its pixels have this alpha, from 0 to 1. */
    static void record(int widthPx, int heightPx, float alpha, Path file) {
        try (OffscreenSurface surface = new OffscreenSurface(widthPx, heightPx);
                StageRecorder recorder =
                        RecordedStage.everyFrame(file).size(widthPx, heightPx).start()) {
            paint(widthPx, heightPx, alpha);
            recorder.capture();
            surface.present();
        }
    }

    /** Paints the whole framebuffer, with the first colour at the top left. */
    static void paint(int widthPx, int heightPx, float alpha) {
        glEnable(GL_SCISSOR_TEST);
        for (int i = 0; i < COLOURS.length; i++) {
            int leftPx = leftPx(i % COLUMNS, widthPx);
            int topPx = topPx(i / COLUMNS, heightPx);
            int bottomPx = topPx(i / COLUMNS + 1, heightPx);
            glScissor(leftPx, heightPx - bottomPx, leftPx(i % COLUMNS + 1, widthPx) - leftPx, bottomPx - topPx);
            clear(COLOURS[i], alpha);
        }
    }

    private static void clear(int rgb, float alpha) {
        glClearColor((rgb >> 16) / 255f, (rgb >> 8 & 0xFF) / 255f, (rgb & 0xFF) / 255f, alpha);
        glClear(GL_COLOR_BUFFER_BIT);
    }

    private static int leftPx(int column, int widthPx) {
        return column * widthPx / COLUMNS;
    }

    private static int topPx(int row, int heightPx) {
        return row * heightPx / ROWS;
    }

    /**
     * Checks the middle of every patch and the outermost pixels of the picture.
     *
     * @param tolerance the tolerance in each channel
     */
    static void assertShown(RgbPicture picture, int widthPx, int heightPx, int tolerance) {
        for (int i = 0; i < COLOURS.length; i++) {
            int column = i % COLUMNS;
            int row = i / COLUMNS;
            assertColour(
                    picture,
                    COLOURS[i],
                    (leftPx(column, widthPx) + leftPx(column + 1, widthPx)) / 2,
                    (topPx(row, heightPx) + topPx(row + 1, heightPx)) / 2,
                    tolerance);
        }
        assertColour(picture, COLOURS[0], 0, 0, tolerance);
        assertColour(picture, COLOURS[COLUMNS - 1], widthPx - 1, 0, tolerance);
        assertColour(picture, COLOURS[COLOURS.length - COLUMNS], 0, heightPx - 1, tolerance);
        assertColour(picture, COLOURS[COLOURS.length - 1], widthPx - 1, heightPx - 1, tolerance);
    }

    /** Returns the largest difference in any channel in the middle of any patch. */
    static int worst(RgbPicture picture, int widthPx, int heightPx) {
        int worst = 0;
        for (int i = 0; i < COLOURS.length; i++) {
            int xPx = (leftPx(i % COLUMNS, widthPx) + leftPx(i % COLUMNS + 1, widthPx)) / 2;
            int yPx = (topPx(i / COLUMNS, heightPx) + topPx(i / COLUMNS + 1, heightPx)) / 2;
            if (System.getenv("ONLY") != null) System.out.printf("%06X %06X%n", COLOURS[i], picture.at(xPx, yPx));
            worst = Math.max(worst, RgbPicture.difference(COLOURS[i], picture.at(xPx, yPx)));
        }
        return worst;
    }

    /** Returns the largest difference in any channel in the middle of any patch. */
    static int worst(RgbPicture picture) {
        return IntStream.range(0, COLOURS.length)
                .map(patch -> difference(picture, patch))
                .max()
                .orElseThrow();
    }

    /** Returns the same of the patches without colour. */
    static int worstOfGreys(RgbPicture picture) {
        return IntStream.range(0, COLOURS.length)
                .filter(patch -> (COLOURS[patch] & 0xFF) * 0x010101 == COLOURS[patch])
                .map(patch -> difference(picture, patch))
                .max()
                .orElseThrow();
    }

    private static int difference(RgbPicture picture, int patch) {
        int column = patch % COLUMNS;
        int row = patch / COLUMNS;
        int xPx = (leftPx(column, picture.widthPx()) + leftPx(column + 1, picture.widthPx())) / 2;
        int yPx = (topPx(row, picture.heightPx()) + topPx(row + 1, picture.heightPx())) / 2;
        return RgbPicture.difference(COLOURS[patch], picture.at(xPx, yPx));
    }

    private static void assertColour(RgbPicture picture, int drawn, int xPx, int yPx, int tolerance) {
        int decoded = picture.at(xPx, yPx);
        assertTrue(
                RgbPicture.difference(drawn, decoded) <= tolerance,
                () -> String.format("at %d,%d: %06X was drawn, %06X decoded", xPx, yPx, drawn, decoded));
    }
}
