package io.github.stagerecorder.endtoend;

import static org.lwjgl.opengl.GL11C.GL_RGBA;
import static org.lwjgl.opengl.GL11C.GL_UNSIGNED_BYTE;
import static org.lwjgl.opengl.GL11C.glReadPixels;

import java.nio.ByteBuffer;
import org.lwjgl.system.MemoryUtil;

/** Native memory for one frame. It is read in the framebuffer's own format, which is the fastest. */
final class Pixels implements AutoCloseable {
    private final Shot shot;
    private final ByteBuffer bytes;
    private int frameNumber;

    Pixels(Shot shot) {
        this.shot = shot;
        bytes = MemoryUtil.memAlignedAlloc(64, shot.frameBytes());
    }

    void read() {
        glReadPixels(0, 0, shot.widthPx(), shot.heightPx(), GL_RGBA, GL_UNSIGNED_BYTE, bytes);
    }

    void read(int newFrameNumber) {
        frameNumber = newFrameNumber;
        read();
    }

    int frameNumber() {
        return frameNumber;
    }

    /** Returns the rows from the bottom to the top. */
    ByteBuffer bottomUp() {
        return bytes;
    }

    /** Returns the top row; the other rows follow at negative offsets. */
    ByteBuffer topRow() {
        return MemoryUtil.memSlice(bytes, shot.frameBytes() - shot.strideBytes(), shot.strideBytes());
    }

    @Override
    public void close() {
        MemoryUtil.memAlignedFree(bytes);
    }
}
