package io.github.stagerecorder.recording;

import static org.lwjgl.opengl.GL11C.GL_COLOR_BUFFER_BIT;
import static org.lwjgl.opengl.GL11C.GL_SCISSOR_TEST;
import static org.lwjgl.opengl.GL11C.glClear;
import static org.lwjgl.opengl.GL11C.glClearColor;
import static org.lwjgl.opengl.GL11C.glEnable;
import static org.lwjgl.opengl.GL11C.glScissor;

import io.github.stagerecorder.Outcome;
import io.github.stagerecorder.Quality;
import io.github.stagerecorder.SampleFormat;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.demo.OffscreenSurface;
import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.Random;

/** Records a small, noisy picture with sound as fast as it goes, and prints how many bytes are written meanwhile. */
final class LongRecording {
    static final int FPS = 120;
    static final int MINUTES = 6;
    static final int FRAMES = MINUTES * 60 * FPS;
    static final int RATE_HZ = 48_000;

    private static final int SIDE_PX = 96;
    private static final int BOXES = 12; // that change in each frame
    private static final int BLOCK = 2 * RATE_HZ / FPS;

    private LongRecording() {}

    public static void main(String[] args) throws IOException {
        Random random = new Random(1);
        short[] noise = new short[1 << 16];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (short) random.nextInt(-3000, 3000);
        }
        try (OffscreenSurface surface = new OffscreenSurface(SIDE_PX, SIDE_PX)) {
            StageRecorder recorder = StageRecorder.builder(Path.of(args[0]))
                    .size(surface.widthPx(), surface.heightPx())
                    .timing(Timing.FRAME_BY_FRAME)
                    .frameRate(FPS)
                    .quality(Quality.HIGH)
                    .audio(RATE_HZ, 2, SampleFormat.S16)
                    .start();
            glEnable(GL_SCISSOR_TEST);
            long before = WrittenBytes.soFar();
            for (int frame = 0; frame < FRAMES; frame++) {
                paint(random);
                recorder.capture();
                recorder.audio().write(ShortBuffer.wrap(noise, random.nextInt(noise.length - BLOCK), BLOCK));
            }
            Outcome outcome = recorder.finish().join();
            long written = WrittenBytes.soFar() - before;
            System.out.println(outcome.status() + " " + outcome.stats().delivered() + " "
                    + outcome.stats().sound().recorded() + " "
                    + outcome.stats().sound().silence());
            System.out.println(WrittenBytes.RESULT + written);
        }
    }

    private static void paint(Random random) {
        for (int i = 0; i < BOXES; i++) {
            glScissor(random.nextInt(SIDE_PX), random.nextInt(SIDE_PX), SIDE_PX / 4, SIDE_PX / 4);
            glClearColor(random.nextFloat(), random.nextFloat(), random.nextFloat(), 1);
            glClear(GL_COLOR_BUFFER_BIT);
        }
    }
}
