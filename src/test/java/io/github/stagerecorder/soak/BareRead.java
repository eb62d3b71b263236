package io.github.stagerecorder.soak;

import static org.lwjgl.opengl.GL11C.GL_RGBA;
import static org.lwjgl.opengl.GL11C.GL_UNSIGNED_BYTE;
import static org.lwjgl.opengl.GL11C.glReadPixels;

import java.nio.ByteBuffer;
import org.lwjgl.system.MemoryUtil;

/** Reads the pixels, always into the same buffer. */
final class BareRead implements FrameUse {
    private final int widthPx;
    private final int heightPx;
    private final ByteBuffer pixels;
    private long taken;

    BareRead(int widthPx, int heightPx) {
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        pixels = MemoryUtil.memAlloc(widthPx * heightPx * 4);
    }

    @Override
    public void use() {
        glReadPixels(0, 0, widthPx, heightPx, GL_RGBA, GL_UNSIGNED_BYTE, pixels);
        taken++;
    }

    @Override
    public long poolBytes() {
        return 0;
    }

    @Override
    public long taken() {
        return taken;
    }

    @Override
    public void close() {
        MemoryUtil.memFree(pixels);
    }
}
