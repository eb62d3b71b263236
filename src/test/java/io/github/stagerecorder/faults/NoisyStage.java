package io.github.stagerecorder.faults;

import static org.lwjgl.opengl.GL33C.GL_COLOR_ATTACHMENT0;
import static org.lwjgl.opengl.GL33C.GL_FRAMEBUFFER;
import static org.lwjgl.opengl.GL33C.GL_RGBA;
import static org.lwjgl.opengl.GL33C.GL_RGBA8;
import static org.lwjgl.opengl.GL33C.GL_TEXTURE_2D;
import static org.lwjgl.opengl.GL33C.GL_UNSIGNED_BYTE;
import static org.lwjgl.opengl.GL33C.glBindFramebuffer;
import static org.lwjgl.opengl.GL33C.glBindTexture;
import static org.lwjgl.opengl.GL33C.glFramebufferTexture2D;
import static org.lwjgl.opengl.GL33C.glGenFramebuffers;
import static org.lwjgl.opengl.GL33C.glGenTextures;
import static org.lwjgl.opengl.GL33C.glTexImage2D;
import static org.lwjgl.opengl.GL33C.glTexSubImage2D;

import io.github.stagerecorder.Quality;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.WhenBehind;
import io.github.stagerecorder.demo.OffscreenSurface;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Random;

/** Shows noise, which needs more bytes than any other picture of its size. */
public final class NoisyStage implements AutoCloseable {
    private static final int PICTURES = 3;

    private final OffscreenSurface surface;
    private final int widthPx;
    private final int heightPx;
    private final ByteBuffer[] pictures = new ByteBuffer[PICTURES];
    private int painted;

    public NoisyStage(int widthPx, int heightPx) {
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        surface = new OffscreenSurface(widthPx, heightPx);
        Random random = new Random(1);
        for (int i = 0; i < PICTURES; i++) {
            byte[] pixels = new byte[4 * widthPx * heightPx];
            random.nextBytes(pixels);
            pictures[i] = ByteBuffer.allocateDirect(pixels.length).put(pixels).flip();
        }
        drawOnTexture();
    }

    /** Nothing is faster than an upload to fill a framebuffer with noise. */
    private void drawOnTexture() {
        int texture = glGenTextures();
        glBindTexture(GL_TEXTURE_2D, texture);
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, widthPx, heightPx, 0, GL_RGBA, GL_UNSIGNED_BYTE, pictures[0]);
        glBindFramebuffer(GL_FRAMEBUFFER, glGenFramebuffers());
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture, 0);
    }

    /** Returns options that record every frame in the highest quality. */
    RecorderBuilder everyFrame(Path file) {
        return StageRecorder.builder(file)
                .size(widthPx, heightPx)
                .quality(Quality.HIGH)
                .timing(Timing.FRAME_BY_FRAME)
                .whenBehind(WhenBehind.WAIT);
    }

    public void draw() {
        ByteBuffer noise = pictures[painted++ % PICTURES];
        glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, widthPx, heightPx, GL_RGBA, GL_UNSIGNED_BYTE, noise);
    }

    @Override
    public void close() {
        surface.close();
    }
}
