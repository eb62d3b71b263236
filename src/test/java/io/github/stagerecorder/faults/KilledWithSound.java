package io.github.stagerecorder.faults;

import static org.lwjgl.opengl.GL11.GL_COLOR_BUFFER_BIT;
import static org.lwjgl.opengl.GL11.glClear;
import static org.lwjgl.opengl.GL11.glClearColor;

import io.github.stagerecorder.SampleFormat;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.demo.OffscreenSurface;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** A program that records picture and sound in real time, by a preset, until it is killed. */
public final class KilledWithSound {
    static final String RECORDED = "recorded";

    private static final long S = 1_000_000_000L;

    private KilledWithSound() {}

    /** The arguments are the file, and how many samples a second it has. */
    public static void main(String[] arguments) {
        int rateHz = Integer.parseInt(arguments[1]);
        OffscreenSurface surface = new OffscreenSurface(160, 120);
        StageRecorder recorder = StageRecorder.builder(Path.of(arguments[0]))
                .audio(rateHz, 1, SampleFormat.S16)
                .start();
        long beginNs = System.nanoTime();
        boolean isTold = false;
        for (long frame = 0, written = 0; ; frame++) {
            glClearColor(frame % 2, frame % 30 / 30f, 0, 1);
            glClear(GL_COLOR_BUFFER_BIT);
            recorder.capture();
            long nowNs = System.nanoTime() - beginNs;
            ShortBuffer block = ShortBuffer.allocate((int) (nowNs * rateHz / S - written));
            written += recorder.audio().write(block);
            if (!isTold && nowNs >= KilledWithSoundTest.SECONDS * S) {
                isTold = true;
                System.out.println(RECORDED);
            }
            LockSupport.parkNanos(S / 60);
        }
    }
}
