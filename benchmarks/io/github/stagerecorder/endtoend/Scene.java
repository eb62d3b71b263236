package io.github.stagerecorder.endtoend;

import static org.lwjgl.opengl.GL11C.GL_COLOR_BUFFER_BIT;
import static org.lwjgl.opengl.GL11C.GL_SCISSOR_TEST;
import static org.lwjgl.opengl.GL11C.glClear;
import static org.lwjgl.opengl.GL11C.glClearColor;
import static org.lwjgl.opengl.GL11C.glDisable;
import static org.lwjgl.opengl.GL11C.glEnable;
import static org.lwjgl.opengl.GL11C.glScissor;

import io.github.stagerecorder.demo.CornerPatch;
import io.github.stagerecorder.demo.FrameNumber;

/**
 * A scene that is cheap to draw, so that recording is most of the work: moving rectangles, four corners and the frame
 * number.
 */
final class Scene {
    private static final int MOVING = 20;
    private static final int CORNER_PARTS = 8;
    private static final CornerPatch[] CORNERS = CornerPatch.values(); // values() makes a new array on each call

    private final int widthPx;
    private final int heightPx;

    Scene(int widthPx, int heightPx) {
        this.widthPx = widthPx;
        this.heightPx = heightPx;
    }

    void draw(int frameNumber) {
        glDisable(GL_SCISSOR_TEST);
        glClearColor(0.2f, 0.3f, 0.4f, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        glEnable(GL_SCISSOR_TEST);
        for (int i = 0; i < MOVING; i++) {
            drawMoving(i, frameNumber);
        }
        for (CornerPatch corner : CORNERS) {
            drawCorner(corner);
        }
        drawNumber(frameNumber);
    }

    private void drawMoving(int index, int frameNumber) {
        int sidePx = heightPx / 8;
        int x = (index * 131 + frameNumber * (3 + index)) % (widthPx - sidePx);
        int y = (index * 67 + frameNumber * (2 + index % 5)) % (heightPx - sidePx);
        float shade = (index + 1f) / MOVING;
        fill(x, y, x + sidePx, y + sidePx, shade, 1 - shade, 0.5f + 0.5f * (index & 1));
    }

    private void drawCorner(CornerPatch corner) {
        int halfWidthPx = widthPx / (2 * CORNER_PARTS);
        int halfHeightPx = heightPx / (2 * CORNER_PARTS);
        int x = corner.centreXPx(widthPx);
        int y = corner.centreYPx(heightPx);
        fill(
                x - halfWidthPx,
                y - halfHeightPx,
                x + halfWidthPx,
                y + halfHeightPx,
                corner.red() / 255f,
                corner.green() / 255f,
                corner.blue() / 255f);
    }

    private void drawNumber(int frameNumber) {
        for (int row = 0; row < FrameNumber.ROWS; row++) {
            for (int column = 0; column < FrameNumber.COLUMNS; column++) {
                float shade = FrameNumber.isBright(frameNumber, column, row) ? 1 : 0;
                fill(
                        (int) FrameNumber.leftPx(column, widthPx),
                        (int) FrameNumber.topPx(row, heightPx),
                        (int) FrameNumber.leftPx(column + 1, widthPx),
                        (int) FrameNumber.topPx(row + 1, heightPx),
                        shade,
                        shade,
                        shade);
            }
        }
    }

    /** Counts pixels from the top left, while GL counts from the bottom left. */
    private void fill(int leftPx, int topPx, int rightPx, int bottomPx, float red, float green, float blue) {
        glScissor(leftPx, heightPx - bottomPx, rightPx - leftPx, bottomPx - topPx);
        glClearColor(red, green, blue, 1);
        glClear(GL_COLOR_BUFFER_BIT);
    }
}
