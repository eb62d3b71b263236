package io.github.stagerecorder.demo;

import io.github.stagerecorder.AudioTrack;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;

/** Plays the bounces of the balls, each from where its ball is. */
final class BounceSound {
    static final int RATE_HZ = 48_000;
    static final int CHANNELS = 2;

    private static final double LOUDNESS = 0.2;

    private final AudioTrack track;
    private final ShortBuffer block = ByteBuffer.allocateDirect(RATE_HZ * CHANNELS * Short.BYTES)
            .order(ByteOrder.nativeOrder())
            .asShortBuffer();
    private long played; // sample frames

    BounceSound(AudioTrack track) {
        this.track = track;
    }

    /** Plays on until the stage's time: in real time, what is written last is heard now. */
    void playUntil(double timeSeconds) {
        play((long) (timeSeconds * RATE_HZ) - played);
    }

    /** Plays what the frames so far need. */
    void playDue() {
        play(track.samplesDue());
    }

    private void play(long sampleFrames) {
        for (long left = sampleFrames; left > 0; left -= RATE_HZ) {
            playBlock((int) Math.min(RATE_HZ, left));
        }
    }

    private void playBlock(int sampleFrames) {
        block.clear();
        for (int i = 0; i < sampleFrames; i++, played++) {
            double timeSeconds = (double) played / RATE_HZ;
            double left = 0;
            double right = 0;
            for (Ball ball : Ball.ALL) {
                double sound = LOUDNESS * ball.sound(timeSeconds);
                double across = ball.across(timeSeconds);
                left += (1 - across) * sound;
                right += across * sound;
            }
            block.put((short) (left * Short.MAX_VALUE)).put((short) (right * Short.MAX_VALUE));
        }
        track.write(block.flip());
    }
}
