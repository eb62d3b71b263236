package io.github.stagerecorder.faults;

import io.github.stagerecorder.RecordingSwitch;
import io.github.stagerecorder.demo.OffscreenSurface;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.lwjgl.BufferUtils;
import org.lwjgl.opengl.GL33C;

/** A program that leaves while snapshots are being written that take much longer than its timeout. */
public final class StoppedSwitch {
    static final String WRITING = "writing";
    static final String CLOSED = "closed";

    /** Much shorter than a snapshot of noise takes. */
    static final Duration TIMEOUT = Duration.ofMillis(400);

    static final int SNAPSHOTS = 3;
    private static final int SIZE_PX = 3_000;

    private StoppedSwitch() {}

    /** Arguments: the folder, and "close" to close the switch before the exit. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        try (OffscreenSurface surface = new OffscreenSurface(SIZE_PX, SIZE_PX)) {
            paintNoise(surface.widthPx());
            RecordingSwitch recording = RecordingSwitch.into(folder)
                    .options(o -> o.closeTimeout(TIMEOUT).memoryBudget(1L << 30))
                    .create();
            CompletableFuture<Path> first = recording.snapshot(folder.resolve("0.png"));
            while (!first.isDone()) { // GStreamer is being loaded
                recording.frame();
                LockSupport.parkNanos(5_000_000);
            }
            for (int i = 1; i < SNAPSHOTS; i++) {
                recording.snapshot(folder.resolve(i + ".png"));
                recording.frame();
            }
            System.out.println(WRITING);
            if (arguments[1].equals("close")) {
                recording.close();
                System.out.println(CLOSED + " " + folder.toFile().list().length);
            }
            System.exit(0);
        }
    }

    /** Packs badly, so that a snapshot of it takes long. */
    private static void paintNoise(int sizePx) {
        byte[] noise = new byte[4 * sizePx * sizePx];
        new Random(1).nextBytes(noise);
        ByteBuffer pixels =
                BufferUtils.createByteBuffer(noise.length).put(noise).flip();
        int framebuffer = GL33C.glGenFramebuffers();
        int texture = GL33C.glGenTextures();
        GL33C.glBindTexture(GL33C.GL_TEXTURE_2D, texture);
        GL33C.glTexImage2D(
                GL33C.GL_TEXTURE_2D,
                0,
                GL33C.GL_RGBA8,
                sizePx,
                sizePx,
                0,
                GL33C.GL_RGBA,
                GL33C.GL_UNSIGNED_BYTE,
                pixels);
        GL33C.glBindFramebuffer(GL33C.GL_FRAMEBUFFER, framebuffer);
        GL33C.glFramebufferTexture2D(GL33C.GL_FRAMEBUFFER, GL33C.GL_COLOR_ATTACHMENT0, GL33C.GL_TEXTURE_2D, texture, 0);
    }
}
