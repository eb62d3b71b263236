package io.github.stagerecorder.recording;

import static org.lwjgl.opengl.GL11C.GL_COLOR_BUFFER_BIT;
import static org.lwjgl.opengl.GL11C.glClear;
import static org.lwjgl.opengl.GL11C.glClearColor;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.SampleFormat;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.demo.OffscreenSurface;
import java.nio.ShortBuffer;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * An application that shows a flash and plays a beep at the same moment, some four times a second. Each round of its
 * loop captures, and writes the sound since the round before: some hundred rounds a second in real time, and thirty by
 * the caller's clock and frame by frame, which go as fast as the rounds do.
 */
public final class FlashingShow implements AutoCloseable {
    public static final int RATE_HZ = 48_000;
    public static final double FLASH_S = 0.08;

    private static final long S = 1_000_000_000L;
    private static final long FIRST_NS = 900_000_000L;
    private static final long INTERVAL_NS = 237_000_000L; // in no relation to frames, blocks and packets
    private static final long ROUND_NS = 8_000_000L;
    private static final int LEAST_DARK_FRAMES = 2;

    /** In the dark, pictures still differ: ffprobe hides those of Theora that repeat the one before. */
    private static final float LEAST_LEVEL = 0.1f;

    private final Timing timing;
    private final OffscreenSurface surface;
    private final StageRecorder recorder;
    private final Consumer<ShortBuffer> speaker; // in real time
    private long beginNs; // of the first round
    private long stageNs; // of the caller's clock, or of the next frame
    private long nextNs = FIRST_NS; // when the next flash is due
    private long shownNs = -S; // when the last one began
    private long written; // sample frames
    private int darkFrames;
    private int recorded;
    private boolean isMute;
    private boolean isLastDropped;

    public FlashingShow(RecorderBuilder options, Timing timing, int widthPx, int heightPx) {
        this.timing = timing;
        surface = new OffscreenSurface(widthPx, heightPx);
        recorder = options.timing(timing).audio(RATE_HZ, 1, SampleFormat.S16).start();
        speaker = recorder.audio()::write;
    }

    /** Plays its sound elsewhere, in real time, and the recorder takes pictures only. */
    FlashingShow(RecorderBuilder options, Consumer<ShortBuffer> speaker, int widthPx, int heightPx) {
        timing = Timing.REAL_TIME;
        surface = new OffscreenSurface(widthPx, heightPx);
        recorder = options.timing(timing).start();
        this.speaker = speaker;
    }

    public StageRecorder recorder() {
        return recorder;
    }

    /** Goes on in another size, in the dark until the first frame is captured, which may have to open a file. */
    void resize(int widthPx, int heightPx) {
        surface.resize(widthPx, heightPx);
        playRound(false);
        nextNs = nowNs() + INTERVAL_NS;
    }

    /**
     * Plays for so long, and at most a second longer until a frame that is due is not dropped, so that picture and sound
     * end together; it ends dark.
     */
    public void play(double seconds) {
        if (beginNs == 0) {
            beginNs = System.nanoTime();
        }
        long endNs = nowNs() + (long) (seconds * S);
        for (long nowNs = nowNs(); nowNs < endNs || isLastDropped && nowNs < endNs + S; nowNs = nowNs()) {
            playRound(endNs - nowNs > INTERVAL_NS);
            if (timing == Timing.REAL_TIME) {
                LockSupport.parkNanos(ROUND_NS);
            } else {
                stageNs += S / 30 + (timing == Timing.CALLER ? (stageNs % 3 - 1) * ROUND_NS : 0);
            }
        }
    }

    /** Writes no sound from now on, or does so again. The flashes go on. */
    void mute(boolean mute) {
        isMute = mute;
    }

    private long nowNs() {
        return timing == Timing.REAL_TIME ? System.nanoTime() - beginNs : stageNs;
    }

    /** A flash and its beep begin with the first frame that is recorded after their time. */
    private void playRound(boolean mayBegin) {
        long nowNs = nowNs();
        boolean begins = mayBegin && nowNs >= nextNs && darkFrames >= LEAST_DARK_FRAMES;
        boolean flashes = begins || nowNs < shownNs + FLASH_S * S;
        CaptureResult result = capture(flashes, nowNs);
        boolean isRecorded = result == CaptureResult.TAKEN;
        isLastDropped = result == CaptureResult.DROPPED || result == CaptureResult.SKIPPED && isLastDropped;
        if (isRecorded && begins) {
            shownNs = nowNs;
            nextNs = nowNs + INTERVAL_NS;
        }
        if (isRecorded) {
            recorded++;
            darkFrames = flashes ? 0 : darkFrames + 1;
        }
        write(soundUntil());
    }

    private CaptureResult capture(boolean flashes, long nowNs) {
        float level = flashes ? 1 : recorded % 2 * LEAST_LEVEL;
        glClearColor(level, level, level, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        return timing == Timing.CALLER ? recorder.capture(nowNs) : recorder.capture();
    }

    /** Returns until which sample frame there must be sound by now. */
    private long soundUntil() {
        return timing == Timing.FRAME_BY_FRAME ? written + recorder.audio().samplesDue() : nowNs() * RATE_HZ / S;
    }

    private void write(long until) {
        long timeNs = written * S / RATE_HZ;
        ShortBuffer block = ShortBuffer.allocate((int) (until - written));
        long beep = shownNs * RATE_HZ / S;
        for (; block.hasRemaining(); written++) {
            boolean sounds = written >= beep && written < beep + RATE_HZ / 20;
            block.put((short) (sounds ? 20_000 * Math.sin(2 * Math.PI * 1000 * (written - beep) / RATE_HZ) : 0));
        }
        if (isMute) {
            return;
        }
        if (timing == Timing.CALLER) {
            recorder.audio().write(block.flip(), timeNs);
        } else {
            speaker.accept(block.flip());
        }
    }

    @Override
    public void close() {
        try (surface) {
            recorder.close();
        }
    }
}
