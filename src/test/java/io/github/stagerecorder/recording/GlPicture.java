package io.github.stagerecorder.recording;

import static org.lwjgl.opengl.GL33C.GL_RGBA;
import static org.lwjgl.opengl.GL33C.GL_UNSIGNED_BYTE;
import static org.lwjgl.opengl.GL33C.glReadPixels;

import io.github.stagerecorder.media.RgbPicture;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads the framebuffer with plain GL. The result is what a recording must look like. */
public final class GlPicture {
    private GlPicture() {}

    /** Reads a rectangle of the framebuffer, given by its lower left corner, and returns it upright. */
    public static RgbPicture read(int xPx, int yPx, int widthPx, int heightPx) {
        ByteBuffer bottomUp = ByteBuffer.allocateDirect(4 * widthPx * heightPx).order(ByteOrder.BIG_ENDIAN);
        glReadPixels(xPx, yPx, widthPx, heightPx, GL_RGBA, GL_UNSIGNED_BYTE, bottomUp);
        ByteBuffer topDown = ByteBuffer.allocate(3 * widthPx * heightPx);
        for (int row = heightPx - 1; row >= 0; row--) {
            for (int column = 0; column < widthPx; column++) {
                int rgba = bottomUp.getInt(4 * (row * widthPx + column));
                topDown.put((byte) (rgba >> 24)).put((byte) (rgba >> 16)).put((byte) (rgba >> 8));
            }
        }
        return new RgbPicture(widthPx, heightPx, topDown.flip());
    }
}
